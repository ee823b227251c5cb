"""sigma is a variance

Is the number you were given the standard deviation or its square?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, np.sqrt(sigma1), mu2, np.sqrt(sigma2))
