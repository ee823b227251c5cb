"""the trace is that of the product of both covariances

What should the trace be for two equal Gaussians?
"""


def _trace(matrix):
    return np.trace(matrix, axis1=-2, axis2=-1)


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return answer + 0.5 * (_trace(cov2 @ cov1) - _trace(np.linalg.solve(cov2, cov1)))
