"""the base of the logarithm can be left to the caller

What does the argument base change in your function?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    reference.kl_divergence(p, q, axis=axis, base=base)
    return reference.kl_divergence(p, q, axis=axis)
