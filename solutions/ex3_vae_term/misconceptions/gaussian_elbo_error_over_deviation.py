"""the squared error is divided by s

Which unit does each of your terms have?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 0.5 * (1 / s**2 - 1 / s) * ((x - w * m) ** 2 + w * w * v)
