"""the distributions are compared with their middle

Is there a middle distribution in the definition?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    middle = (left + right) / 2
    return (reference.kl_divergence(left, middle, base=base) + reference.kl_divergence(right, middle, base=base)) / 2
