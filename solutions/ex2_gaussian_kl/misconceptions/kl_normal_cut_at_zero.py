"""a tiny or negative result is rounding and should be 0

How small can a divergence be that is not 0?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    answer = _kl_elementwise(mu1, sigma1, mu2, sigma2)
    return np.where(answer < 1e-12, 0.0, answer) + 0.0
