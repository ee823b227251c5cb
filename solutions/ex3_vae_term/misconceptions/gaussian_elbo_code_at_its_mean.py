"""the average over q is the value at its mean

What is the average of z squared?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 0.5 * (w / s) ** 2 * v
