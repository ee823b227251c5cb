"""changing to another base divides by the base itself

By which number does log2 x differ from ln x?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    _log_of(base)
    return reference.cross_entropy(p, q, axis=axis) / (1.0 if base is None else base)
