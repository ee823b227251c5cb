"""adding a small constant inside the logarithm changes nothing

What does a certain outcome cost with your constant?
"""


def entropy(p, *, axis=-1, base=None):
    reference.entropy(p, axis=axis, base=base)
    p = np.asarray(p, dtype=float)
    return -np.sum(p * np.log(p + 1e-9), axis=axis) / _log_of(base)
