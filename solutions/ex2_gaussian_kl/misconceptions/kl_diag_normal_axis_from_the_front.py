"""an axis is counted from the front, and anything below 0 means the last one

Which axis is axis -2 of three?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.sum(_kl_elementwise(mu1, sigma1, mu2, sigma2), axis=axis if axis >= 0 else -1)
