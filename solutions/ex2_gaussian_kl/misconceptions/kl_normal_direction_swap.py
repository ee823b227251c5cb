"""the average is taken over the second Gaussian

Over which Gaussian is the expectation taken?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu2, sigma2, mu1, sigma1)
