"""only the mean has to be searched, the width is that of the component

Is the derivative of the divergence with respect to sigma zero at your fit?
"""


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    centre, unit = _moments(w, m, s)
    m, s = (m - centre) / unit, s / unit

    found = []
    for mean, width in zip(m, s):
        one = minimize(lambda theta, width=width: _reverse_kl(theta[0], width, w, m, s)[0], [mean], method="Nelder-Mead")
        found.append((one.fun, one.x[0], width))
    _, mu, sigma = min(found)
    return centre + unit * mu, unit * sigma
