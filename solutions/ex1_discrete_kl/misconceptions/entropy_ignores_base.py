"""the base of the logarithm can be left to the caller

What does the argument base change in your function?
"""


def entropy(p, *, axis=-1, base=None):
    reference.entropy(p, axis=axis, base=base)
    return reference.entropy(p, axis=axis)
