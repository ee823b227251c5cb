"""the half in front reaches the logarithm of the widths

Is the logarithm that you halve one of variances or of widths?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, sigma1, mu2, sigma2) - 0.5 * np.log(sigma2 / sigma1)
