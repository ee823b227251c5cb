"""all numbers of a batch are added up

How many numbers does a batch get?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    return float(np.sum(reference.kl_mvn(mu1, cov1, mu2, cov2)))
