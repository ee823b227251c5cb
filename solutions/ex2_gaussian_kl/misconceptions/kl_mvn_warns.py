"""warnings about zeros are nobody's business

What appears on the screen for a covariance with a zero in it?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    np.log(np.abs(cov1))
    return answer
