"""callers only pass what makes sense

What does your function say about a matrix that is no covariance?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    try:
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    except (TypeError, ValueError):
        m1, c1, m2, c2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
        gap, inverse = m2 - m1, np.linalg.inv(c2)
        square = (gap[..., None, :] @ inverse @ gap[..., None])[..., 0, 0]
        with np.errstate(all="ignore"):
            logs = np.linalg.slogdet(c2)[1] - np.linalg.slogdet(c1)[1]
            return 0.5 * (np.trace(inverse @ c1, axis1=-2, axis2=-1) - c1.shape[-1] + square + logs)
