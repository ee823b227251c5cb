"""the constant is subtracted once for all coordinates

Is your formula right for more than one coordinate?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    terms = _kl_elementwise(mu1, sigma1, mu2, sigma2) + 0.5
    return np.sum(terms, axis=axis) - 0.5
