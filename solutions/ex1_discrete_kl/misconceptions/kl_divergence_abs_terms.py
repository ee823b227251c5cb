"""every single term of the sum has to be non-negative

Some single terms are allowed to be negative.
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    p, q = _pair(p, q, axis)
    scale = _log_of(base)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(p > 0, np.abs(p * np.log(p / q)), 0.0)
    return np.sum(terms, axis=-1) / scale
