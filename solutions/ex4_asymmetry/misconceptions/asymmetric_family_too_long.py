"""the length of a number costs nothing

Estimate how many bits you need at eps = 1/100, and how many you use.
"""


def asymmetric_family(eps):
    a, q = Fraction(1, 2 ** (100 * ceil(1 / eps) ** 3)), eps / 2
    return [1 - a, a], [1 - q, q]
