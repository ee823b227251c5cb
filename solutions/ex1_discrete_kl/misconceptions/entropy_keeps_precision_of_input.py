"""the precision of the input decides that of the answer

In which precision should a float32 input be computed?
"""


def entropy(p, *, axis=-1, base=None):
    answer = reference.entropy(p, axis=axis, base=base)
    return np.float32(answer) if isinstance(p, np.ndarray) and p.dtype == np.float32 else answer
