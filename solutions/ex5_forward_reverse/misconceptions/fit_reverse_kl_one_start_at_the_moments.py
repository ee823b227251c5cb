"""an optimiser that reports success has found the best fit

Start your search from more than one place: do all searches end in the same point?
"""


def _search(objective, starts):
    found = [minimize(objective, [mu, np.log(sigma)], jac=True, method="BFGS") for mu, sigma in starts]
    best = min(found, key=lambda one: one.fun)
    return float(best.x[0]), float(np.exp(best.x[1]))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    centre, unit = _moments(w, m, s)
    m, s = (m - centre) / unit, s / unit

    def objective(theta):
        value, *slopes = _reverse_kl(theta[0], np.exp(theta[1]), w, m, s)
        return value, np.array(slopes)

    mu, sigma = _search(objective, [(0.0, 1.0)])
    return centre + unit * mu, unit * sigma
