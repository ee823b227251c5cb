"""both directions of the divergence have the same best fit

Which direction did you minimise?
"""


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    return _moments(w, m, s)
