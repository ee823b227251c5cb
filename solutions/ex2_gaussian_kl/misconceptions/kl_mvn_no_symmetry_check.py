"""every matrix with a Cholesky factor is a covariance

Does a Cholesky factorisation look at both triangles?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    given = (("mu1", mu1), ("cov1", cov1), ("mu2", mu2), ("cov2", cov2))
    mu1, cov1, mu2, cov2 = (_real_array(name, value) for name, value in given)

    triangles = [np.tril(c) + np.swapaxes(np.tril(c, -1), -1, -2) if c.ndim > 1 else c for c in (cov1, cov2)]
    return reference.kl_mvn(mu1, triangles[0], mu2, triangles[1])
