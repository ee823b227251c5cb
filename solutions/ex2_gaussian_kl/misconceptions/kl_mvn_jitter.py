"""a small multiple of the identity does no harm

In which unit is your constant, and in which are the entries?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))
    extra = 1e-6 * np.eye(cov1.shape[-1])
    return reference.kl_mvn(mu1, cov1 + extra, mu2, cov2 + extra) + 0 * answer
