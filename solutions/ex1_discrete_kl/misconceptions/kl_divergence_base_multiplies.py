"""changing to another base multiplies by its logarithm

How many bits is one nat: more than one, or less?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    factor = 1.0 if base is None else float(np.log(base)) ** 2
    return reference.kl_divergence(p, q, axis=axis, base=base) * factor
