"""a small constant inside the logarithm does no harm

Is the bound tight to all digits at the posterior?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 0.5 * (np.log(v + 1e-8) - np.log(v))
