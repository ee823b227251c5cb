"""a float is as good as a fraction

Are the entries of your distributions rounded, and do they still add up to exactly one?
"""


def triangle_family(factor):
    a, b = 1 / (4 * float(factor)), 2.0**-900
    return [0.5, 0.5], [1 - a, a], [1 - b, b]
