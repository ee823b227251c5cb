"""the mean of a mixture is the middle of its means

Where is the centre of mass of a light and a heavy bump?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu = m.mean()
    return mu, np.sqrt(w @ (s**2 + (m - mu) ** 2))
