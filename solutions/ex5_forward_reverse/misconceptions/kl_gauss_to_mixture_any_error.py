"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    try:
        return reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    except ValueError as error:
        raise AssertionError(str(error)) from None
