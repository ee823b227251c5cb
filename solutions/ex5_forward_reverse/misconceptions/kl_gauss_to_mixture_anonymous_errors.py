"""an error needs no name of the argument

Would a caller with three lists know which one to repair?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    try:
        return reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    except ValueError as error:
        raise ValueError("invalid input") from error
