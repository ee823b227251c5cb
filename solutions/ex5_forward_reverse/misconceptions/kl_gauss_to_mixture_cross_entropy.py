"""the divergence is minus the average of log p

What should come out for q = p?
"""


def _log_normal(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_mixture(x, weights, means, sigmas):
    return np.logaddexp.reduce([np.log(a) + _log_normal(x, b, c) for a, b, c in zip(*_mixture(weights, means, sigmas))])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return -float(Z_WEIGHTS @ _log_mixture(mu + sigma * Z, weights, means, sigmas))
