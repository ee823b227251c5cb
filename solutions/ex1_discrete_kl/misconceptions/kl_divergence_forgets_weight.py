"""the logarithms of the ratios are summed without weights

How often does each outcome happen?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    scale = _log_of(base)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(left > 0, np.log(left / right), 0.0)
    return np.sum(terms, axis=-1) / scale
