"""the precision of the input decides that of the answer

What happens to a term like 0.7 in an array made for integers?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    answer = reference.cross_entropy(p, q, axis=axis, base=base)
    kinds = {np.asarray(p).dtype, np.asarray(q).dtype} - {np.dtype(float)}
    return np.asarray(answer).astype(min(kinds, key=str)).astype(float)[()] if kinds and np.all(np.isfinite(answer)) else answer
