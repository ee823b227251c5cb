"""both distributions are clipped away from 0 first

What happens to the answer when you change the small constant?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    left, right = np.clip(left, 1e-9, 1), np.clip(right, 1e-9, 1)
    return np.sum(left * np.log(left / right), axis=-1) / _log_of(base)
