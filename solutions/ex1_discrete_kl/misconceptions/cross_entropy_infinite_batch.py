"""an impossible outcome in one row spoils the whole batch

Which rows of a batch does one bad row touch?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    answer = reference.cross_entropy(p, q, axis=axis, base=base)
    return np.full(np.shape(answer), np.inf) if np.ndim(answer) and np.any(np.isinf(answer)) else answer
