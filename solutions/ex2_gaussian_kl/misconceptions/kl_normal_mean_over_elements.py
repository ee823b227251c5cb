"""an array gets the average of its elements

How many numbers does an array of Gaussians get?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    return float(np.mean(reference.kl_normal(mu1, sigma1, mu2, sigma2)))
