"""the logarithm can be taken after the sum

Does the logarithm act on each ratio or on their sum?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    scale = _log_of(base)
    with np.errstate(divide="ignore", invalid="ignore"):
        inner = np.sum(np.where(left > 0, left * left / right, 0.0), axis=-1)
    return np.log(inner) / scale
