"""the outcomes always lie along the last axis

What does the argument axis change in your function?
"""


def entropy(p, *, axis=-1, base=None):
    return reference.entropy(p, base=base)
