"""a probability of 0 is a tiny number

What happens to the answer when you change the tiny number?
"""


def entropy(p, *, axis=-1, base=None):
    reference.entropy(p, axis=axis, base=base)
    p = np.clip(np.asarray(p, dtype=float), 1e-9, 1)
    return -np.sum(p * np.log(p), axis=axis) / _log_of(base)
