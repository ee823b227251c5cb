"""a width below 0 can be taken without its sign

Should a function repair what makes no sense without telling anybody?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    sigma1, sigma2 = _real_array("sigma1", sigma1), _real_array("sigma2", sigma2)
    return reference.kl_diag_normal(mu1, np.abs(sigma1), mu2, np.abs(sigma2), axis=axis)
