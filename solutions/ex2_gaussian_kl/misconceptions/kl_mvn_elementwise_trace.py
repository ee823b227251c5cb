"""matrices are divided entry by entry

Is dividing entry by entry the same as multiplying by an inverse?
"""


def _trace(matrix):
    return np.trace(matrix, axis1=-2, axis2=-1)


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    diagonals = [np.diagonal(c, axis1=-2, axis2=-1) for c in (cov1, cov2)]
    return answer + 0.5 * ((diagonals[0] / diagonals[1]).sum(axis=-1) - _trace(np.linalg.solve(cov2, cov1)))
