"""the variance of a mixture is the variance of its means

A single component should give back its own sigma.
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, _ = _mixture(weights, means, sigmas)
    mu = w @ m
    return mu, np.sqrt(w @ (m - mu) ** 2)
