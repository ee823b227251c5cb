"""outcomes lie along the first axis of a batch

Along which axis do the probabilities add up to one?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    scale = _log_of(base)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(left > 0, left * np.log(left / right), 0.0)
    return np.sum(terms, axis=0) / scale
