"""a zero on either side makes the divergence infinite

Which zero is harmless, the one in p or the one in q?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    touched = np.any((left == 0) | (right == 0), axis=-1)
    return np.where(touched, np.inf, reference.kl_divergence(p, q, axis=axis, base=base)) + 0.0
