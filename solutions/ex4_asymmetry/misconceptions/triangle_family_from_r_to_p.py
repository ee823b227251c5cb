"""the way from P to R is as long as the way back

Which direction does each of the three divergences measure?
"""


def triangle_family(factor):
    return reference.triangle_family(factor)[::-1]
