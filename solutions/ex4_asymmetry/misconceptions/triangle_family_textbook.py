"""one triple that breaks the triangle inequality breaks it by any factor

Divide the direct way by the detour: which factors does your triple reach?
"""


def triangle_family(factor):
    return ["1/2", "1/2"], ["1/4", "3/4"], ["1/10", "9/10"]
