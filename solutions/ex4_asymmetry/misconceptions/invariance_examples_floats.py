"""a float that looks exact is exact

Is 0.1 + 0.2 the same as 0.3, and what would that do to a proof?
"""


def invariance_examples():
    p, q = [0.5, 0.25, 0.25], [0.25, 0.125, 0.625]
    return {"relabel": (p, q, [1, 2, 0]), "lossy": (p, q, [1, 0, 0]), "lossless": (p, q, [0, 0, 1])}
