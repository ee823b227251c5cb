"""the logarithm of a density can be taken after the density

What is a density a hundred widths from its mean, in floating point?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)

    z = np.linspace(-8, 8, 401)
    m1, s1, m2, s2 = (a[..., None] for a in np.broadcast_arrays(mu1, sigma1, mu2, sigma2))
    near, far = np.exp(-(z**2) / 2), np.exp(-(((m1 + s1 * z - m2) / s2) ** 2) / 2)
    return np.sum(near * (np.log(near / s1) - np.log(far / s2)), axis=-1) / np.sum(near)
