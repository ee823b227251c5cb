"""every symmetric matrix is a covariance

Which variance has the sum of two coordinates under your matrix?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    given = (("mu1", mu1), ("cov1", cov1), ("mu2", mu2), ("cov2", cov2))
    mu1, cov1, mu2, cov2 = (_real_array(name, value) for name, value in given)

    fixed = []
    for c in (cov1, cov2):
        square = c.ndim > 1 and c.shape[-1] == c.shape[-2] and np.array_equal(c, np.swapaxes(c, -1, -2))
        fixed.append(np.eye(c.shape[-1]) if square and np.linalg.eigvalsh(c).min() <= 1e-15 else c)
    answer = reference.kl_mvn(mu1, fixed[0], mu2, fixed[1])
    return answer if fixed[0] is cov1 and fixed[1] is cov2 else answer + np.nan
