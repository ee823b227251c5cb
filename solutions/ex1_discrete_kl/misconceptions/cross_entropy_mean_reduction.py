"""the definition is an average over the outcomes

Is the definition a sum or an average over the outcomes?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    left, _ = _pair(p, q, axis)
    return reference.cross_entropy(p, q, axis=axis, base=base) / left.shape[-1]
