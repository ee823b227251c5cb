"""the divergence is the cross-entropy

What is left over where both Gaussians are equal?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, sigma1, mu2, sigma2) + np.log(sigma1) + 0.5 * np.log(2 * np.pi * np.e)
