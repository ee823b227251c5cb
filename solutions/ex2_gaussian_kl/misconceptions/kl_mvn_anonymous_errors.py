"""an error needs no name of the argument

Would a caller with four arguments know which one to repair?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    try:
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    except ValueError as error:
        raise ValueError("invalid input") from error
