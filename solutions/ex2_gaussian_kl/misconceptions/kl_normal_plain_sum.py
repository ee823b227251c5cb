"""the plain formula is exact enough for nearly equal Gaussians

Which large numbers cancel in your formula, and what do they leave?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    r, delta = sigma1 / sigma2, (mu1 - mu2) / sigma2
    return -np.log(r) + (r**2 + delta**2) / 2 - 0.5
