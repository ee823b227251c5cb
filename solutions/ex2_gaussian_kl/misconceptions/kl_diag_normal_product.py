"""independent coordinates multiply

What becomes of a product inside a logarithm?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.prod(_kl_elementwise(mu1, sigma1, mu2, sigma2), axis=axis)
