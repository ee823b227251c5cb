"""each sum runs over the entries that were passed

How many Gaussians does a single width stand for?
"""


def _own_sum(terms, axis):
    return np.sum(terms, axis=axis) if np.ndim(terms) else terms


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)

    widths, gaps = _from_widths(sigma1, sigma2), 0.5 * ((mu1 - mu2) / sigma2) ** 2
    return _own_sum(widths, axis) + _own_sum(gaps, axis)
