"""deviations and squared distances can be added

Check the units of each term.
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu = w @ m
    return mu, np.sqrt(w @ (s + (m - mu) ** 2))
