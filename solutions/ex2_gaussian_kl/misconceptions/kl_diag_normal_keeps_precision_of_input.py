"""the precision of the input decides that of the answer

In which precision should a float32 input be computed?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    answer = reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    single = any(getattr(a, "dtype", None) == np.float32 for a in (mu1, sigma1, mu2, sigma2))
    return np.float32(answer) if single else answer
