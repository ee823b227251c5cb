"""the second number of a fit is the variance

Is your second output in the units of x?
"""


def fit_reverse_kl(weights, means, sigmas):
    mu, sigma = reference.fit_reverse_kl(weights, means, sigmas)
    return mu, sigma**2
