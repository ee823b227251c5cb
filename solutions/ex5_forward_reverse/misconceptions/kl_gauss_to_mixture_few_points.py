"""twenty points are enough for a smooth integral

What changes if you double the number of points?
"""


def _log_normal(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_mixture(x, weights, means, sigmas):
    return np.logaddexp.reduce([np.log(a) + _log_normal(x, b, c) for a, b, c in zip(*_mixture(weights, means, sigmas))])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    z = np.linspace(-8, 8, 21)
    shares = np.exp(-0.5 * z**2) / np.exp(-0.5 * z**2).sum()
    x = mu + sigma * z
    return float(shares @ (_log_normal(x, mu, sigma) - _log_mixture(x, weights, means, sigmas)))
