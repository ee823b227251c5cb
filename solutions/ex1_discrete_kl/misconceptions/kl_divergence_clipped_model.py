"""a probability of 0 in the model is a tiny number

If the model gives probability 0 to something that happens, how surprised should it be?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    right = np.clip(right, 1e-10, 1)
    terms = np.where(left > 0, left * np.log(np.where(left > 0, left, 1.0) / right), 0.0)
    return np.sum(terms, axis=-1) / _log_of(base)
