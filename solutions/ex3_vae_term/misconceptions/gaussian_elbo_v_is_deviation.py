"""v is the standard deviation of q

Is v a variance or its root?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return reference.gaussian_elbo(x, w, s, m, v * v) + 0 * bound
