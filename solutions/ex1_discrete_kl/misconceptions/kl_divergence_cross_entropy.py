"""the divergence is the cross-entropy itself

Your value for p = q is not zero: what is left over there?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return reference.cross_entropy(p, q, axis=axis, base=base)
