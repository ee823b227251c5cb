"""all elements of an array are added up

How many numbers does an array of Gaussians get?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    return float(np.sum(reference.kl_normal(mu1, sigma1, mu2, sigma2)))
