"""the logarithm is that of the ratio of the variances

How does the logarithm of a ratio of variances read in standard deviations?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.sum(_kl_elementwise(mu1, sigma1, mu2, sigma2) + np.log(sigma2 / sigma1), axis=axis)
