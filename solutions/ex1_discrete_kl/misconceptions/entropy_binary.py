"""every outcome is a yes or no question of its own

Does the definition have a term for what did not happen?
"""


def entropy(p, *, axis=-1, base=None):
    rest = 1 - np.asarray(p, dtype=float)
    return reference.entropy(p, axis=axis, base=base) - np.sum(rest * np.log(np.where(rest > 0, rest, 1.0)), axis=axis) / _log_of(
        base
    )
