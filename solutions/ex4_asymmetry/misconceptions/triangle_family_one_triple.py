"""one very good triple serves every factor

Whatever your triple is, which factor is too large for it?
"""


def triangle_family(factor):
    b = Fraction(1, 2**300)
    return ["1/2", "1/2"], ["59/60", "1/60"], [1 - b, b]
