"""the half does not reach the logarithm of the determinants

Compare the logarithm of a variance with that of a standard deviation.
"""


def _log_ratio(cov1, cov2):
    """log(det cov2 / det cov1)."""
    return np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1]


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return answer + 0.5 * _log_ratio(cov1, cov2)
