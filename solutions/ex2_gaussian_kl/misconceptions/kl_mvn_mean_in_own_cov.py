"""the distance of the means is measured by the first covariance

Which density is the one that is evaluated far from its own mean?
"""


def _square(gap, cov):
    """gap^T cov^-1 gap, for batches."""
    return np.sum(gap * np.linalg.solve(cov, gap[..., None])[..., 0], axis=-1)


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return answer + 0.5 * (_square(mu1 - mu2, cov1) - _square(mu1 - mu2, cov2))
