"""the average is taken over the second distribution

Which distribution do you average over: the reference or the model?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return reference.kl_divergence(q, p, axis=axis, base=base)
