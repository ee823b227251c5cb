"""only the component that q is nearest to counts

What do the other components add where q looks?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return min(
        reference.kl_gauss_to_mixture(mu, sigma, [1.0], [b], [c]) - np.log(a)
        for a, b, c in zip(*_mixture(weights, means, sigmas))
    )
