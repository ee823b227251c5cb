"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    answer = reference.cross_entropy(p, q, axis=axis, base=base)
    if isinstance(q, np.ndarray) and q.dtype == float:
        np.clip(q, 1e-12, 1, out=q)
    return answer
