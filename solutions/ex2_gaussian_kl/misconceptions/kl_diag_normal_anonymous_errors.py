"""an error needs no name of the argument

Would a caller with four arguments know which one to repair?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    try:
        return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    except ValueError as error:
        raise ValueError("invalid input") from error
