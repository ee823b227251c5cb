"""Gauss-Hermite is the best rule for every average over a Gaussian

What does log p look like halfway between two bumps, and what is the rule made for?
"""


def _log_normal(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_mixture(x, weights, means, sigmas):
    return np.logaddexp.reduce([np.log(a) + _log_normal(x, b, c) for a, b, c in zip(*_mixture(weights, means, sigmas))])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    nodes, shares = np.polynomial.hermite_e.hermegauss(40)
    x = mu + sigma * nodes
    return float(shares @ (_log_normal(x, mu, sigma) - _log_mixture(x, weights, means, sigmas)) / shares.sum())
