"""all arguments have the same shape

What should happen for one Gaussian against three others?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    answer = reference.kl_normal(mu1, sigma1, mu2, sigma2)
    if len({np.shape(a) for a in (mu1, sigma1, mu2, sigma2)}) > 1:
        raise ValueError("mu1, sigma1, mu2 and sigma2 must have equal shapes")
    return answer
