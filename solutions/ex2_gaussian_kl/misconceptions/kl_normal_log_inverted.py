"""a wide model lowers the logarithm

Try a very wide model: should the logarithm grow or fall?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, sigma1, mu2, sigma2) - 2 * np.log(sigma2 / sigma1)
