"""input that does not sum to 1 should be normalised

Should a function repair input that is not a distribution without telling anybody?
"""


def entropy(p, *, axis=-1, base=None):
    array = _real_array("p", p)
    if array.ndim == 0 or array.size == 0 or not np.all(np.isfinite(array)) or np.any(array < 0):
        raise ValueError("p must be a distribution")
    return reference.entropy(array / array.sum(axis=axis, keepdims=True), axis=axis, base=base)
