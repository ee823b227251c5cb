"""the precision of the input decides that of the answer

In which precision should a float32 input be computed?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    answer = reference.kl_divergence(p, q, axis=axis, base=base)
    single = any(isinstance(a, np.ndarray) and a.dtype == np.float32 for a in (p, q))
    return np.float32(answer) if single else answer
