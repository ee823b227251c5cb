"""the plain sum is exact enough for any pair

Where do two nearly equal numbers get subtracted in your sum?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(left > 0, left * np.log(left / right), 0.0)
    return np.sum(terms, axis=-1) / _log_of(base)
