"""the distance of the means counts as it is

Measure both Gaussians in another unit: what happens to your answer?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _from_widths(sigma1, sigma2) + 0.5 * (mu1 - mu2) ** 2
