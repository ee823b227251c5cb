"""all arguments have the same shape

What should happen for one observation and three means?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    if len({a.shape for a in (x, w, s, m, v)}) > 1:
        raise ValueError("x, w, s, m and v must have equal shapes")
    return bound
