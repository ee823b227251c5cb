"""a small constant inside the logarithm does no harm

How much of p is smaller than your constant where q looks?
"""


def _log_normal(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_mixture(x, weights, means, sigmas):
    return np.logaddexp.reduce([np.log(a) + _log_normal(x, b, c) for a, b, c in zip(*_mixture(weights, means, sigmas))])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    x = mu + sigma * Z
    return float(Z_WEIGHTS @ (_log_normal(x, mu, sigma) - np.log(np.exp(_log_mixture(x, weights, means, sigmas)) + 1e-8)))
