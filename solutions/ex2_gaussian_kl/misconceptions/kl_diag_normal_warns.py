"""warnings of a branch that is not taken are nobody's business

Which branches of np.where are computed where both widths are equal?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    u = (sigma1 - sigma2) / sigma2
    np.where(u == 0, 0.0, np.log1p(u) / u)
    return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
