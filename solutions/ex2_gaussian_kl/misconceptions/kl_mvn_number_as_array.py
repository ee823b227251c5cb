"""one number is an array of length one

Which kind of answer does a single pair get?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    return np.atleast_1d(reference.kl_mvn(mu1, cov1, mu2, cov2))
