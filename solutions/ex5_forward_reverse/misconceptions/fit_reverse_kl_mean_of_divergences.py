"""minimising the mean of the components' divergences is the same

Can the logarithm and the sum over components change places?
"""


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    shares = w / s**2
    return shares @ m / shares.sum(), 1 / np.sqrt(shares.sum())
