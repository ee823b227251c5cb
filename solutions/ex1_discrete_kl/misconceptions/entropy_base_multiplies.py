"""changing to another base multiplies by its logarithm

How many bits is one nat: more than one, or less?
"""


def entropy(p, *, axis=-1, base=None):
    factor = 1.0 if base is None else float(np.log(base)) ** 2
    return reference.entropy(p, axis=axis, base=base) * factor
