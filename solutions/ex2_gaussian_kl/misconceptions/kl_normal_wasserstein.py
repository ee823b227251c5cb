"""the divergence is the squared distance of the parameters

Where is the logarithm of a ratio in your formula?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)
    return (mu1 - mu2) ** 2 + (sigma1 - sigma2) ** 2
