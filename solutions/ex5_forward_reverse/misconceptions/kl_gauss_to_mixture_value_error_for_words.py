"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    try:
        return reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    except TypeError as error:
        raise ValueError(str(error)) from error
