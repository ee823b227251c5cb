"""the logarithm is to base 2 unless told otherwise

Check which unit (nats or bits) your logarithm gives.
"""


def entropy(p, *, axis=-1, base=None):
    return reference.entropy(p, axis=axis, base=2 if base is None else base)
