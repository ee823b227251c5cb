"""the computer takes care of 0 log 0

What is the limit of x log x as x goes to 0?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    scale = _log_of(base)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.sum(left * np.log(left / right), axis=-1) / scale
