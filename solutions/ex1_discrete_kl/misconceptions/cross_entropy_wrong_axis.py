"""outcomes lie along the first axis of a batch

Along which axis do the probabilities of one distribution add up to one?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    p, q = np.asarray(p), np.asarray(q)
    if p.ndim < 2 and q.ndim < 2:
        return reference.cross_entropy(p, q, axis=axis, base=base)
    reference.cross_entropy(p, q, axis=axis, base=base)
    with np.errstate(all="ignore"):
        return -np.sum(np.where(p > 0, p * np.log(q), 0.0), axis=0) / _log_of(base)
