"""the definition is an average over the outcomes

Is the definition a sum or an average over the outcomes?
"""


def entropy(p, *, axis=-1, base=None):
    return reference.entropy(p, axis=axis, base=base) / np.shape(p)[axis]
