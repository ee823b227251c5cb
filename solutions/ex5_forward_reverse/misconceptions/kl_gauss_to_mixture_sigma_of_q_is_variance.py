"""the width of q is given as its variance

In which units is the second argument, and in which units is a variance?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return reference.kl_gauss_to_mixture(mu, float(np.sqrt(sigma)), weights, means, sigmas)
