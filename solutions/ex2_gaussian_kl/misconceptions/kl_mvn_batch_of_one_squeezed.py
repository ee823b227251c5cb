"""an axis of length one is superfluous

Which shape has the answer for a batch of one?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    return np.squeeze(reference.kl_mvn(mu1, cov1, mu2, cov2))
