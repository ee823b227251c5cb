"""the deviation of a mixture is the weighted mean of the deviations

Where does the spread BETWEEN the components enter?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    return w @ m, w @ s
