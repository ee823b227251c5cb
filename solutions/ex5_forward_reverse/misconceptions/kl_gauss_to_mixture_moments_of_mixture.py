"""a mixture can be replaced by the Gaussian with its moments

What becomes of the valley between the bumps in your p?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    centre, spread = _moments(*_mixture(weights, means, sigmas))
    return reference.kl_gauss_to_mixture(mu, sigma, [1.0], [centre], [spread])
