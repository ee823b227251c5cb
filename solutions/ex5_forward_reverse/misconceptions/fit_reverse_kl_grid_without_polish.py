"""the best point of a grid is the minimum

How far can the minimum lie from the nearest point of your grid?
"""


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    centre, unit = _moments(w, m, s)
    m, s = (m - centre) / unit, s / unit

    grid = [(mu, sigma) for mu in np.linspace(m.min(), m.max(), 12) for sigma in np.geomspace(s.min(), 1.0, 12)]
    mu, sigma = min(grid, key=lambda one: _reverse_kl(*one, w, m, s)[0])
    return centre + unit * mu, unit * sigma
