"""a tiny or negative result is rounding and should be 0

How small can a divergence be that is not 0?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    answer = reference.kl_divergence(p, q, axis=axis, base=base)
    return np.where(answer < 1e-12, 0.0, answer) + 0.0
