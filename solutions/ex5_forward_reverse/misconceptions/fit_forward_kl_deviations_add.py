"""the spreads within and between add up as deviations

Which add up for independent sources of spread, the deviations or something else?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu = w @ m
    return mu, w @ s + np.sqrt(w @ (m - mu) ** 2)
