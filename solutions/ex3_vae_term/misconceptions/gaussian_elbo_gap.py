"""what is asked for is the divergence of q from the posterior

Is the bound itself asked for, or what it misses?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    total = w * w + s * s
    return -0.5 * (LOG_TWO_PI + np.log(total) + x * x / total) - bound
