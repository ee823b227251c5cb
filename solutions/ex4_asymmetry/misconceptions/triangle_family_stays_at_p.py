"""a detour over the starting point is the cheapest

What does your detour cost compared with the direct way, when its first leg is nothing?
"""


def triangle_family(factor):
    p, _, r = reference.triangle_family(factor)
    return p, p, r
