"""the mean over 20000 draws is exact enough

By how much does your answer change with other draws?
"""


def _log_normal(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_mixture(x, weights, means, sigmas):
    return np.logaddexp.reduce([np.log(a) + _log_normal(x, b, c) for a, b, c in zip(*_mixture(weights, means, sigmas))])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    x = np.random.default_rng(0).normal(mu, sigma, 20000)
    return float(np.mean(_log_normal(x, mu, sigma) - _log_mixture(x, weights, means, sigmas)))
