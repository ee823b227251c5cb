"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    answer = reference.kl_divergence(p, q, axis=axis, base=base)
    for array in (p, q):
        if isinstance(array, np.ndarray) and array.dtype == float:
            np.maximum(array, 1e-12, out=array)
    return answer
