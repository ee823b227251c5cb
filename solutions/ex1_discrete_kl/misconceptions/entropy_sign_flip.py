"""the sum of p log p is the entropy as it stands

Can a surprise be negative?
"""


def entropy(p, *, axis=-1, base=None):
    return -reference.entropy(p, axis=axis, base=base)
