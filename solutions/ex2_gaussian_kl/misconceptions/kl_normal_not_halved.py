"""no half stands in front of the formula

Compare your answer for equal widths with a picture of two densities: what belongs in front?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return 2 * _kl_elementwise(mu1, sigma1, mu2, sigma2)
