"""the outcomes always lie along the last axis

What does the argument axis change in your function?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return reference.kl_divergence(p, q, base=base)
