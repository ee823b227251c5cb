"""the matrix is the inverse of a covariance

Does a large entry mean a wide or a narrow Gaussian?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    wide = [np.linalg.inv(c) for c in (cov1, cov2)]
    wide = [(c + np.swapaxes(c, -1, -2)) / 2 for c in wide]
    return reference.kl_mvn(mu1, wide[0], mu2, wide[1]) + 0 * answer
