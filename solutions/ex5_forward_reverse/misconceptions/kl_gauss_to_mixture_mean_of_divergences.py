"""the divergence from a mixture is the mean of those from its components

Can the logarithm and the sum over components change places?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    each = [reference.kl_gauss_to_mixture(mu, sigma, [1.0], [b], [c]) for b, c in zip(means, sigmas)]
    return float(sum(a * value for a, value in zip(weights, each) if a > 0))
