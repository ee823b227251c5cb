"""the distance of the means enters as it is

How does the divergence grow with the distance of the means, for equal widths?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _from_widths(sigma1, sigma2) + 0.5 * np.abs(mu1 - mu2) / sigma2
