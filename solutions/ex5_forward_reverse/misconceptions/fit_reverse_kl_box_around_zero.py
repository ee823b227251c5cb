"""the best fit lies between -10 and 10

Where does your search look if the mixture lies around 40?
"""


def _search(objective, starts):
    found = [minimize(objective, [mu, np.log(sigma)], jac=True, method="BFGS") for mu, sigma in starts]
    best = min(found, key=lambda one: one.fun)
    return float(best.x[0]), float(np.exp(best.x[1]))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)

    def objective(theta):
        value, *slopes = _reverse_kl(theta[0], np.exp(theta[1]), w, m, s)
        return value, np.array(slopes)

    starts = [(mu, sigma) for mu in np.linspace(-9, 9, 10) for sigma in (0.4, 1.5)]
    starts = sorted(starts, key=lambda one: objective([one[0], np.log(one[1])])[0])[:3]
    mu, sigma = _search(objective, starts)
    return float(np.clip(mu, -10, 10)), sigma
