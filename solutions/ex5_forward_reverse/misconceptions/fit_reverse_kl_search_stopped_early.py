"""a few steps of an optimiser are enough

How small is the slope of the divergence where your search stops?
"""


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    centre, unit = _moments(w, m, s)
    m, s = (m - centre) / unit, s / unit

    starts = [(0.0, 1.0), *zip(m, s)]
    found = [
        minimize(
            lambda theta: _reverse_kl(theta[0], np.exp(theta[1]), w, m, s)[0],
            [mu, np.log(sigma) + 0.2],
            method="Nelder-Mead",
            options={"maxiter": 3},
        )
        for mu, sigma in starts
    ]
    best = min(found, key=lambda one: one.fun)
    mu, sigma = best.x[0], np.exp(best.x[1])
    return centre + unit * mu, unit * sigma
