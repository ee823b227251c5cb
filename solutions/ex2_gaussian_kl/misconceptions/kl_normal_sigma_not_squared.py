"""the widths enter the fraction as they are

Check the units of each term.
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.log(sigma2 / sigma1) + (sigma1 + (mu1 - mu2) ** 2) / (2 * sigma2) - 0.5
