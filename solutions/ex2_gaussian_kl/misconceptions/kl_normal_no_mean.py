"""only the widths matter

Move one Gaussian away from the other: what should that cost?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _from_widths(sigma1, sigma2)
