"""the bound misses the divergence of the posterior from q

Over which distribution is the average taken?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    total = w * w + s * s
    centre, width = w * x / total, s * s / total
    missing = 0.5 * ((width + (m - centre) ** 2) / v - 1 - np.log(width / v))
    return -0.5 * (LOG_TWO_PI + np.log(total) + x * x / total) - missing + 0 * bound
