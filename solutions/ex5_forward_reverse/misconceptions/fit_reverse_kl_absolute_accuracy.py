"""an optimiser's default accuracy suits all units

How large is a step of 0.0001 in units in which the whole mixture is 0.0000001 wide?
"""


def fit_reverse_kl(weights, means, sigmas):
    mu, sigma = reference.fit_reverse_kl(weights, means, sigmas)
    return round(mu, 4), max(round(sigma, 4), 1e-4)
