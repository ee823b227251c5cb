"""callers only pass valid mixtures

What does your function say about a weight of -1/2, or a deviation of 0?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    try:
        return reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    except ValueError:
        w, m, s = (np.asarray(column, dtype=float) for column in (weights, means, sigmas))
    with np.errstate(all="ignore"):
        x = mu + sigma * Z
        p = sum(a * np.exp(-0.5 * ((x - b) / c) ** 2) / c for a, b, c in zip(w, m, s))
        return float(Z_WEIGHTS @ (-0.5 * Z**2 - np.log(sigma) - np.log(p)))
