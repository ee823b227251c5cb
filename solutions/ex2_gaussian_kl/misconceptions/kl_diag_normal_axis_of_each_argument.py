"""the axis counts on each argument's own shape

On which shape does axis count where shapes differ?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)

    turned = (np.moveaxis(a, axis, -1) if a.ndim > 1 else a for a in (mu1, sigma1, mu2, sigma2))
    return np.sum(_kl_elementwise(*turned), axis=-1)
