"""the sum of p log q is the cross-entropy as it stands

Can a surprise be negative?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return -reference.cross_entropy(p, q, axis=axis, base=base)
