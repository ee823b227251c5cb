"""an outcome that is impossible on both sides needs no care

What should an outcome add that both call impossible?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    left, right = _pair(p, q, axis)
    return (
        np.where(np.any((left == 0) & (right == 0), axis=-1), np.nan, reference.kl_divergence(p, q, axis=axis, base=base)) + 0.0
    )
