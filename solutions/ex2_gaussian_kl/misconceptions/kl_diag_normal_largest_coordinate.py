"""the worst coordinate decides

Do the divergences of independent coordinates add up or compete?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.max(_kl_elementwise(mu1, sigma1, mu2, sigma2), axis=axis)
