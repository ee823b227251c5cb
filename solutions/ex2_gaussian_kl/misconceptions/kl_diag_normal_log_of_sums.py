"""the logarithm compares the total widths

What is the volume of a box: the sum of its edges?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    terms = _kl_elementwise(mu1, sigma1, mu2, sigma2) - np.log(sigma2 / sigma1)
    one, two = (np.broadcast_to(a, terms.shape).sum(axis=axis) for a in (sigma1, sigma2))
    return np.sum(terms, axis=axis) + np.log(two / one)
