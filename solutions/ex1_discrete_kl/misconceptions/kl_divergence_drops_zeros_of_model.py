"""outcomes that the model calls impossible can be left out

Which zero is harmless, the one in p or the one in q?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    keep = (left > 0) & (right > 0)
    terms = np.where(keep, left * np.log(np.where(keep, left, 1.0) / np.where(keep, right, 1.0)), 0.0)
    return np.sum(terms, axis=-1) / _log_of(base)
