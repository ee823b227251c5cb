"""a tiny entropy is rounding and should be 0

How small can an entropy be that is not 0?
"""


def entropy(p, *, axis=-1, base=None):
    return np.round(reference.entropy(p, axis=axis, base=base), 10) + 0.0
