"""the last constant can be left out

What does your function give for two equal Gaussians?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, sigma1, mu2, sigma2) + 0.5
