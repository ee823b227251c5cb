"""a batch gets the average of its pairs

How many numbers does a batch get?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return float(np.mean(reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)))
