"""a determinant fits into a float where the matrix does

What does the determinant of 0.001 times the identity look like in 300 dimensions?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    with np.errstate(all="ignore"):
        return answer + 0 * np.log(np.linalg.det(cov2) / np.linalg.det(cov1))
