"""the logarithm is to base 10 unless told otherwise

Check the base of your logarithm.
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return reference.kl_divergence(p, q, axis=axis, base=10 if base is None else base)
