"""a mixture is a weighted sum of random variables

Does one draw from a mixture use all of its components, or one of them?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    return w @ m, np.sqrt(w**2 @ s**2)
