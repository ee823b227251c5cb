"""the computer takes care of 0 log 0

What should a term be whose weight is 0?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    scale = _log_of(base)
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(left * np.log(right), axis=-1) / scale + 0.0
