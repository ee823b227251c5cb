"""the logarithm in the KL term is that of the deviation

Which v makes your KL term smallest?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound - 0.25 * np.log(v)
