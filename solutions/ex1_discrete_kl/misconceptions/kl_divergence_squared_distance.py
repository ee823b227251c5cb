"""the divergence is the squared distance of the probabilities

Where is the logarithm of a ratio in your formula?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    answer = np.sum((left - right) ** 2, axis=-1) / _log_of(base)
    return np.where(np.any((left > 0) & (right == 0), axis=-1), np.inf, answer) + 0.0
