"""an inverse is as exact as a solution of equations

How many digits does an inverse keep at a condition number of 1e12?
"""


def _trace(matrix):
    return np.trace(matrix, axis1=-2, axis2=-1)


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))

    gap, inverse = mu1 - mu2, np.linalg.inv(cov2)
    square = np.sum(gap * (inverse @ gap[..., None])[..., 0], axis=-1)
    plain = 0.5 * (_trace(inverse @ cov1) - mu1.shape[-1] + np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1] + square)
    ill = np.linalg.cond(cov1) + np.linalg.cond(cov2) > 1e8
    return np.where(ill, plain, answer) + 0.0
