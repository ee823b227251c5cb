"""an error needs no name of the argument

Would a caller with three lists know which one to repair?
"""


def fit_forward_kl(weights, means, sigmas):
    try:
        return reference.fit_forward_kl(weights, means, sigmas)
    except ValueError as error:
        raise ValueError("invalid input") from error
