"""an average over 300 draws is a good enough divergence to minimise

By how much does your fit change with other draws?
"""


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    draws = np.random.default_rng(0).normal(size=300)
    centre, unit = _moments(w, m, s)
    m, s = (m - centre) / unit, s / unit

    def objective(theta):
        x = theta[0] + np.exp(theta[1]) * draws
        log_p = np.logaddexp.reduce([np.log(a / c) - 0.5 * ((x - b) / c) ** 2 for a, b, c in zip(w, m, s)])
        return -theta[1] - log_p.mean()

    found = [minimize(objective, [mu, np.log(sigma)], method="Nelder-Mead") for mu, sigma in [(0.0, 1.0), *zip(m, s)]]
    best = min(found, key=lambda one: one.fun)
    mu, sigma = best.x[0], np.exp(best.x[1])
    return centre + unit * mu, unit * sigma
