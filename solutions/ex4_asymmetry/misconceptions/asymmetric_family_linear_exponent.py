"""an exponent of the size of 1/eps is enough

The dear direction is a product of a weight and a logarithm: how large is each of them?
"""


def asymmetric_family(eps):
    a, q = Fraction(1, 2 ** ceil(8 / eps)), eps / 2
    return [1 - a, a], [1 - q, q]
