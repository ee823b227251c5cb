"""the fraction inside the logarithm has the model on top

Test your function on two different distributions: can the answer be below zero?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return -reference.kl_divergence(p, q, axis=axis, base=base)
