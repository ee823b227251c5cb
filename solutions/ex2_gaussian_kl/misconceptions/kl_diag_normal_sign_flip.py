"""the average of log q - log p is the divergence

Can your answer be below zero?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.sum(-_kl_elementwise(mu1, sigma1, mu2, sigma2), axis=axis)
