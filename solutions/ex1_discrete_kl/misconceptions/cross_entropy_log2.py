"""the logarithm is to base 2 unless told otherwise

Check which unit (nats or bits) your logarithm gives.
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return reference.cross_entropy(p, q, axis=axis, base=2 if base is None else base)
