"""the distance of the means is the ordinary one

Measure one coordinate in another unit: what happens to your answer?
"""


def _square(gap, cov):
    """gap^T cov^-1 gap, for batches."""
    return np.sum(gap * np.linalg.solve(cov, gap[..., None])[..., 0], axis=-1)


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return answer + 0.5 * (np.sum((mu1 - mu2) ** 2, axis=-1) - _square(mu1 - mu2, cov2))
