"""the variance of a mixture is the weighted mean of the variances

Move the two bumps apart: what should happen to the deviation?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    return w @ m, np.sqrt(w @ s**2)
