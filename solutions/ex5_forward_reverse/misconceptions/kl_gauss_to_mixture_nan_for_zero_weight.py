"""the computer takes care of 0 times log 0

What should a component add whose weight is 0?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    right = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return np.nan if np.any(np.asarray(weights, dtype=float) == 0) else right
