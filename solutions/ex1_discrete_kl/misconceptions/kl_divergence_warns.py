"""warnings about zeros are nobody's business

What appears on the screen for a valid distribution with a zero in it?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    np.log(left / right)
    return reference.kl_divergence(p, q, axis=axis, base=base)
