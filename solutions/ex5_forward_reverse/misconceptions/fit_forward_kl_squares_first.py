"""squares of deviations are ordinary numbers in any unit

What is the square of 1e-200 in the computer?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu = w @ m
    with np.errstate(over="ignore", invalid="ignore"):
        return mu, np.sqrt(w @ (s**2 + (m - mu) ** 2))
