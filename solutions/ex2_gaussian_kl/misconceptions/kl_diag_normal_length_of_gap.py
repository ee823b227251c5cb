"""the distance of the means is measured by the average width

Does it matter which coordinate the means differ in?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    widths = _kl_elementwise(mu1 * 0, sigma1, mu2 * 0, sigma2)
    gap, wide = (mu1 - mu2) ** 2 + 0 * widths, sigma2**2 + 0 * widths
    return np.sum(widths, axis=axis) + 0.5 * np.sum(gap, axis=axis) / np.mean(wide, axis=axis)
