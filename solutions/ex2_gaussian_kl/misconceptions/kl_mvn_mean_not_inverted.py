"""the distance of the means is weighted by the covariance

Should a wide model make a distance matter more or less?
"""


def _square(gap, cov):
    """gap^T cov^-1 gap, for batches."""
    return np.sum(gap * np.linalg.solve(cov, gap[..., None])[..., 0], axis=-1)


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    gap = mu1 - mu2
    weighted = np.sum(gap * (cov2 @ gap[..., None])[..., 0], axis=-1)
    return answer + 0.5 * (weighted - _square(gap, cov2))
