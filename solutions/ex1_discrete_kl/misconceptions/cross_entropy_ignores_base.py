"""the base of the logarithm can be left to the caller

What does the argument base change in your function?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    reference.cross_entropy(p, q, axis=axis, base=base)
    return reference.cross_entropy(p, q, axis=axis)
