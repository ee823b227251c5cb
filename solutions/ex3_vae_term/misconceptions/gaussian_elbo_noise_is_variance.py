"""s is the variance of the noise

Is s a standard deviation or a variance?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return reference.gaussian_elbo(x, w, np.sqrt(s), m, v) + 0 * bound
