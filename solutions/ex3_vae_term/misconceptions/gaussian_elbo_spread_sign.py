"""the spread of the code lowers the error

Can averaging over a wide q make the prediction better?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + (w / s) ** 2 * v
