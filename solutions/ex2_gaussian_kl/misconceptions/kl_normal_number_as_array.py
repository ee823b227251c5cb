"""one number is an array of length one

Which kind of answer does a single pair get?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    return np.atleast_1d(reference.kl_normal(mu1, sigma1, mu2, sigma2))
