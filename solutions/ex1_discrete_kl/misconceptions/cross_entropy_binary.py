"""every outcome is a yes or no question of its own

Does the definition have a term for what did not happen?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    scale = _log_of(base)
    rest = np.where((left < 1) & (right < 1), (1 - left) * np.log(np.where(right < 1, 1 - right, 1.0)), 0.0)
    return reference.cross_entropy(p, q, axis=axis, base=base) - np.sum(rest, axis=-1) / scale
