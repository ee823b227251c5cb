"""the surprises are summed without weights

How often does each surprise happen?
"""


def entropy(p, *, axis=-1, base=None):
    reference.entropy(p, axis=axis, base=base)
    p = np.asarray(p, dtype=float)
    return -np.sum(np.log(np.where(p > 0, p, 1.0)), axis=axis) / _log_of(base) + 0.0
