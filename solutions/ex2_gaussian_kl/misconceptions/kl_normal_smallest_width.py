"""there is a smallest sensible width

Measure lengths in another unit: is your smallest width still small?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return _kl_elementwise(mu1, np.maximum(sigma1, 1e-9), mu2, np.maximum(sigma2, 1e-9))
