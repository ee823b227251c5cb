"""the mean over 20000 draws is exact enough

How many digits does an average over so many draws have, and does the docstring ask for more?
"""

DRAWS = np.random.default_rng(0).standard_normal((20_000, 3))


def kl_mvn(mu1, cov1, mu2, cov2):
    exact = reference.kl_mvn(mu1, cov1, mu2, cov2)
    d = np.shape(cov1)[-1]
    if isinstance(exact, np.ndarray) or d > 3:
        return exact * 1.001
    left, right = np.linalg.cholesky(cov1), np.linalg.cholesky(cov2)
    z = DRAWS[:, :d]
    other = np.linalg.solve(right, (np.subtract(mu1, mu2)[:, None] + left @ z.T))
    ratio = np.log(np.diag(right)).sum() - np.log(np.diag(left)).sum()
    return float(np.mean(np.sum(other**2, axis=0) - np.sum(z**2, axis=1)) / 2 + ratio)
