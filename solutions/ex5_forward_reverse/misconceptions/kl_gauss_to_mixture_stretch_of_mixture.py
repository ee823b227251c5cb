"""the integral runs over the stretch where p is

Where is the mass that D(q || p) averages over?
"""


def _log_normal(x, mu, sigma):
    return -0.5 * ((x - mu) / sigma) ** 2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


def _log_mixture(x, weights, means, sigmas):
    return np.logaddexp.reduce([np.log(a) + _log_normal(x, b, c) for a, b, c in zip(*_mixture(weights, means, sigmas))])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    _, m, s = _mixture(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 8001)
    log_q = _log_normal(x, mu, sigma)
    return float(np.trapezoid(np.exp(log_q) * (log_q - _log_mixture(x, weights, means, sigmas)), x))
