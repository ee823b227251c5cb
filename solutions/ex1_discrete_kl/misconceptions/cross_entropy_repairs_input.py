"""input that does not sum to 1 should be normalised

Should a function repair input that is not a distribution without telling anybody?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    left, right = _real_array("p", p), _real_array("q", q)
    for name, array in (("p", left), ("q", right)):
        if array.ndim == 0 or array.size == 0 or not np.all(np.isfinite(array)) or np.any(array < 0):
            raise ValueError(f"{name} must be a distribution")
    return reference.cross_entropy(
        left / left.sum(axis=axis, keepdims=True), right / right.sum(axis=axis, keepdims=True), axis=axis, base=base
    )
