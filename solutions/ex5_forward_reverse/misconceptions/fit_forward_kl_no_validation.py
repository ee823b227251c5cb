"""callers only pass valid mixtures

What does your function say about a weight of -1/2, or a deviation of 0?
"""


def fit_forward_kl(weights, means, sigmas):
    try:
        return reference.fit_forward_kl(weights, means, sigmas)
    except ValueError:
        w, m, s = (np.asarray(column, dtype=float) for column in (weights, means, sigmas))
    mu = np.sum(w * m)
    return mu, np.sqrt(np.sum(w * (s**2 + (m - mu) ** 2)))
