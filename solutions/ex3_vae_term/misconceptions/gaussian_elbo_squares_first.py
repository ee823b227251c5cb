"""a square fits into a float where the number does

What is the square of 1e-200 in floating point?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    with np.errstate(all="ignore"):
        error = ((x - w * m) ** 2 + w**2 * v) / s**2
        return -0.5 * (LOG_TWO_PI + 2 * np.log(s) + error) - 0.5 * (v - 1 - np.log(v) + m * m) + 0 * bound
