"""the model decides the weights and the truth stands in the logarithm

Who decides how often an outcome happens?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return reference.cross_entropy(q, p, axis=axis, base=base)
