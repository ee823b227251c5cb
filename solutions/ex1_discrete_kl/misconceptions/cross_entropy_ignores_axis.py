"""the outcomes always lie along the last axis

What does the argument axis change in your function?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return reference.cross_entropy(p, q, base=base)
