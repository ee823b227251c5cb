"""the constant to subtract is 1 as in one dimension

Is your formula right for more than one dimension?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return answer + (mu1.shape[-1] - 1) / 2
