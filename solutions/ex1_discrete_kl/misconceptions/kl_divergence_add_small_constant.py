"""adding a small constant everywhere changes nothing

Does adding a constant leave it a probability distribution?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    left, right = left + 1e-8, right + 1e-8
    return np.sum(left * np.log(left / right), axis=-1) / _log_of(base)
