"""distributions are smoothed and normalised again before they are compared

Whose distributions are you comparing after you changed them?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    left, right = left + 1e-6, right + 1e-6
    left, right = left / left.sum(-1, keepdims=True), right / right.sum(-1, keepdims=True)
    return np.sum(left * np.log(left / right), axis=-1) / _log_of(base)
