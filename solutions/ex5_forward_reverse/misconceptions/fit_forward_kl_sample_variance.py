"""the variance of the means needs the correction of a sample

Is a mixture a sample of something larger?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu, n = w @ m, len(w)
    return mu, np.sqrt(w @ (s**2 + (m - mu) ** 2) * n / max(n - 1, 1))
