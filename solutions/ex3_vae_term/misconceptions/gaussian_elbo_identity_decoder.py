"""the code is the prediction of x

What does the decoder do with the code?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 0.5 * ((x - w * m) ** 2 - (x - m) ** 2) / s**2
