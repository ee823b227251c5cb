"""a list of variances is as good as a matrix

Which shapes does the question allow for a covariance?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    given = (("mu1", mu1), ("cov1", cov1), ("mu2", mu2), ("cov2", cov2))
    mu1, cov1, mu2, cov2 = (_real_array(name, value) for name, value in given)

    cov1, cov2 = (np.diag(c) if c.shape == mu1.shape and c.ndim == 1 else c for c in (cov1, cov2))
    return reference.kl_mvn(mu1, cov1, mu2, cov2)
