"""a fit is the pair of deviation and mean

In which order does the question ask for the two numbers?
"""


def fit_reverse_kl(weights, means, sigmas):
    mu, sigma = reference.fit_reverse_kl(weights, means, sigmas)
    return sigma, mu
