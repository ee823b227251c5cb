"""every argument brings its own batch

What should happen for one Gaussian against a batch of others?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    if len({np.shape(mu1), np.shape(mu2), np.shape(cov1)[:-1], np.shape(cov2)[:-1]}) > 1:
        raise ValueError("mu1, cov1, mu2 and cov2 must belong to the same batch")
    return answer
