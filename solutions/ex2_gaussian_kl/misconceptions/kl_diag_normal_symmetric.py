"""both directions are averaged so that the result is symmetric

Does the definition treat its two arguments alike?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.sum((_kl_elementwise(mu1, sigma1, mu2, sigma2) + _kl_elementwise(mu2, sigma2, mu1, sigma1)) / 2, axis=axis)
