"""reverse KL always picks a single bump

What does covering two bumps cost when the valley between them is shallow?
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

    best = None
    for k in range(len(w)):
        near = _search(objective, [(m[k], s[k])])
        j = int(np.argmin(np.abs(m - near[0]) / s))
        chosen = near if near[1] < 1.3 * s[j] else (m[k], s[k])
        value, _ = objective([chosen[0], np.log(chosen[1])])
        if best is None or value < best[0]:
            best = value, chosen
    mu, sigma = best[1]
    return centre + unit * mu, unit * sigma
