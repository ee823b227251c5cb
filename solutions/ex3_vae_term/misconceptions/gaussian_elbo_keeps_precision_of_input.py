"""the precision of the input decides that of the answer

In which precision should a float32 input be computed?
"""


def gaussian_elbo(x, w, s, m, v):
    answer = reference.gaussian_elbo(x, w, s, m, v)
    single = any(isinstance(a, np.ndarray) and a.dtype == np.float32 for a in (x, w, s, m, v))
    return np.float32(answer) if single else answer
