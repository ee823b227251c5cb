"""a small constant added to the widths does no harm

In which unit is your constant, and in which are the widths?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, sigma1 + 1e-8, mu2, sigma2 + 1e-8)
