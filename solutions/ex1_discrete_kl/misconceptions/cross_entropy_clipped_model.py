"""a probability of 0 in the model is a tiny number

If the model gives probability 0 to something that happens, how surprised should it be?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    return -np.sum(left * np.log(np.clip(right, 1e-15, 1)), axis=-1) / _log_of(base) + 0.0
