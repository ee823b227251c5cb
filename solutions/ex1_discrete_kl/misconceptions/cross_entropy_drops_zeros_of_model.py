"""outcomes that the model calls impossible can be left out

What does it cost to call impossible what then happens?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    return -np.sum(np.where(right > 0, left * np.log(np.where(right > 0, right, 1.0)), 0.0), axis=-1) / _log_of(base) + 0.0
