"""sigmas are variances

Is the number you were given the standard deviation or its square?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return reference.kl_gauss_to_mixture(mu, np.sqrt(sigma), weights, means, np.sqrt(sigmas))
