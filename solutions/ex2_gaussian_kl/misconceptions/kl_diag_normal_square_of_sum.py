"""the distances of the means can be summed first and squared then

What does your function give for means that are off by 1 and by -1?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    widths = _kl_elementwise(mu1 * 0, sigma1, mu2 * 0, sigma2)
    delta = (mu1 - mu2) / sigma2 + 0 * widths
    return np.sum(widths, axis=axis) + 0.5 * np.sum(delta, axis=axis) ** 2
