"""warnings about zeros are nobody's business

What appears on the screen for a valid distribution with a zero in it?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    _, right = _pair(p, q, axis)
    np.log(right)
    return reference.cross_entropy(p, q, axis=axis, base=base)
