"""the second number of a fit is the variance

Is your second output in the units of x?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu = w @ m
    return mu, w @ (s**2 + (m - mu) ** 2)
