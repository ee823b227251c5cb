"""the squared error counts as it is

In which unit is the error to be measured?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 0.5 * (1 / s**2 - 1) * ((x - w * m) ** 2 + w * w * v)
