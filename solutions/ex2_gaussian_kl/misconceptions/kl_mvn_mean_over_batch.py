"""a batch gets the average of its pairs

How many numbers does a batch get?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    return float(np.mean(reference.kl_mvn(mu1, cov1, mu2, cov2)))
