"""constants of a likelihood can be dropped

Is your number still a bound on log p(x)?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 0.5 * LOG_TWO_PI
