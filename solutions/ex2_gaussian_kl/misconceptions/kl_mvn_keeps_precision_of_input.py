"""the precision of the input decides that of the answer

In which precision should a float32 input be computed?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    single = any(getattr(a, "dtype", None) == np.float32 for a in (mu1, cov1, mu2, cov2))
    return np.float32(answer) if single else answer
