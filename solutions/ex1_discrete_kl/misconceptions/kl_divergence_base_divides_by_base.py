"""changing to another base divides by the base itself

How is a logarithm in base b expressed by natural ones?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    factor = 1.0 if base is None else float(np.log(base)) / base
    return reference.kl_divergence(p, q, axis=axis, base=base) * factor
