"""more noise makes an observation more likely

What does a very wide density look like at its peak?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return bound + 2 * np.log(s)
