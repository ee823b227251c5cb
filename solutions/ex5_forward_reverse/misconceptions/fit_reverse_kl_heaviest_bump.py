"""the best fit is at the heaviest component

Could covering two lighter components be cheaper than the heaviest one?
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

    k = np.argmax(w)
    mu, sigma = _search(objective, [(m[k], s[k])])
    return centre + unit * mu, unit * sigma
