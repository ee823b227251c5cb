"""the number of dimensions is a constant that can be left out

What does your function give for two equal Gaussians?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return answer + mu1.shape[-1] / 2
