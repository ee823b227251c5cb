"""a tiny or negative result is rounding and should be 0

How small can a divergence be that is not 0?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return np.where(answer < 1e-11, 0.0, answer) + 0.0
