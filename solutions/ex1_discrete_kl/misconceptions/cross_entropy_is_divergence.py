"""the cross-entropy of equal distributions is 0

What is left of the cross-entropy when the model is right?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return reference.kl_divergence(p, q, axis=axis, base=base)
