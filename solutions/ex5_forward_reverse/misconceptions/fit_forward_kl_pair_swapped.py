"""a fit is the pair of deviation and mean

In which order does the question ask for the two numbers?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu, sigma = _moments(w, m, s)
    return sigma, mu
