"""both directions are averaged so that the result is symmetric

Does the definition treat its two arguments alike?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    return (answer + reference.kl_mvn(mu2, cov2, mu1, cov1)) / 2
