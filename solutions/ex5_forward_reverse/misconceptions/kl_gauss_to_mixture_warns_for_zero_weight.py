"""warnings about components of weight 0 are nobody's business

What appears on the screen for a valid mixture with a weight of 0?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    answer = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    np.log(np.asarray(weights, dtype=float))
    return answer
