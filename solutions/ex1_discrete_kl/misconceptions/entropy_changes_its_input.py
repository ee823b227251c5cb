"""arrays can be prepared in place

Look at your input after the call: is it still what the caller gave you?
"""


def entropy(p, *, axis=-1, base=None):
    answer = reference.entropy(p, axis=axis, base=base)
    if isinstance(p, np.ndarray) and p.dtype == float:
        p[p == 0] = 1.0
    return answer
