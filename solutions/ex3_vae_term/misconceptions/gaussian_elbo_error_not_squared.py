"""the error enters by its size

Which power of the error does the logarithm of a Gaussian hold?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 0.5 * ((x - w * m) ** 2 - np.abs(x - w * m)) / s**2
