"""the logarithm is to base 2 unless told otherwise

Check which unit (nats or bits) your logarithm gives.
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return reference.kl_divergence(p, q, axis=axis, base=2 if base is None else base)
