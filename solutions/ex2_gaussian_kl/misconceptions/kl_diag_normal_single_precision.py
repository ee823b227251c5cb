"""single precision is precise enough

How many digits does a float32 keep?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return np.float32(reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis))
