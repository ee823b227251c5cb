"""the covariance comes as its factor

Are you given the covariance or a factor of it?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    squares = [c @ np.swapaxes(c, -1, -2) for c in (cov1, cov2)]
    return reference.kl_mvn(mu1, squares[0], mu2, squares[1]) + 0 * answer
