"""the normalising constants of the two densities cancel

Which constant stands in front of the exponential of a Gaussian?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, sigma1, mu2, sigma2) - np.log(sigma2 / sigma1)
