"""only the variances matter

Try two covariances with equal diagonals.
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    sigmas = [np.sqrt(np.diagonal(c, axis1=-2, axis2=-1)) for c in (cov1, cov2)]
    return reference.kl_diag_normal(mu1, sigmas[0], mu2, sigmas[1]) + 0 * answer
