"""the distance of the means is measured in widths of the first Gaussian

Which density is the one that is evaluated far from its own mean?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _from_widths(sigma1, sigma2) + 0.5 * ((mu1 - mu2) / sigma1) ** 2
