"""the computer takes care of 0 log 0

What is the limit of x log x as x goes to 0?
"""


def entropy(p, *, axis=-1, base=None):
    reference.entropy(p, axis=axis, base=base)
    p = np.asarray(p, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(p * np.log(p), axis=axis) / _log_of(base) + 0.0
