"""an impossible outcome has an infinite surprise that counts

How often does an impossible outcome happen?
"""


def entropy(p, *, axis=-1, base=None):
    answer = reference.entropy(p, axis=axis, base=base)
    return np.where(np.any(np.asarray(p) == 0, axis=axis), np.inf, answer) + 0.0
