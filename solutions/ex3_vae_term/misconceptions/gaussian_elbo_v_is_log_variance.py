"""v is a log-variance as in the other questions

Which values of v are legal?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return reference.gaussian_elbo(x, w, s, m, np.exp(v)) + 0 * bound
