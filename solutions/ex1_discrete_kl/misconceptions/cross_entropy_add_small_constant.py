"""adding a small constant inside the logarithm changes nothing

What does a certain outcome cost with your constant?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    return -np.sum(left * np.log(right + 1e-9), axis=-1) / _log_of(base)
