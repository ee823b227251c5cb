"""the plain formula is exact enough for nearly equal Gaussians

Which large numbers cancel in your formula, and what do they leave?
"""


def _square(gap, cov):
    """gap^T cov^-1 gap, for batches."""
    return np.sum(gap * np.linalg.solve(cov, gap[..., None])[..., 0], axis=-1)


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))

    product, square = np.linalg.solve(cov2, cov1), _square(mu1 - mu2, cov2)
    logs = [np.log(np.diagonal(np.linalg.cholesky(c), axis1=-2, axis2=-1)).sum(axis=-1) for c in (cov1, cov2)]
    plain = 0.5 * (np.trace(product, axis1=-2, axis2=-1) + square - mu1.shape[-1] + 2 * (logs[1] - logs[0]))
    return np.where(answer < 1e-7, plain, answer) + 0.0
