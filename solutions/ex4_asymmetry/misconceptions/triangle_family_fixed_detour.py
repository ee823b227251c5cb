"""a rarer outcome in R is all it takes

As that outcome gets rarer, both the direct way and the second leg grow: in which proportion?
"""


def triangle_family(factor):
    b = Fraction(1, 2 ** ceil(100 * factor))
    return ["1/2", "1/2"], ["3/4", "1/4"], [1 - b, b]
