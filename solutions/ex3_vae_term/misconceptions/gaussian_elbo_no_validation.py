"""callers only pass what makes sense

What does your function say about a variance below 0?
"""


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    with np.errstate(all="ignore"):
        log_likelihood = -np.log(s) - 0.5 * (LOG_TWO_PI + ((x - w * m) / s) ** 2 + (w / s * np.sqrt(v)) ** 2)
        return log_likelihood - 0.5 * (v - 1 - np.log(v) + m * m)
