"""a square fits into a float where the number does

What is the square of 1e-200 in floating point?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    with np.errstate(all="ignore"):
        one, two = np.sqrt(sigma1**2), np.sqrt(sigma2**2)
        terms = _from_widths(one, two) + 0.5 * (mu1 - mu2) ** 2 / two**2
    return np.sum(terms, axis=axis)
