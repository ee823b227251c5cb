"""the axis of the coordinates stays, with length one

Which shape has the answer for a batch?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return np.sum(_kl_elementwise(mu1, sigma1, mu2, sigma2), axis=axis, keepdims=True)
