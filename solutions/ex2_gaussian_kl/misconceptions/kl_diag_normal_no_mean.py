"""only the widths matter

Move one Gaussian away from the other: what should that cost?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.sum(_from_widths(sigma1, sigma2), axis=axis)
