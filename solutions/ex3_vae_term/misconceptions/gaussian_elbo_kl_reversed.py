"""the divergence of the prior from q is what the code costs

From which of the two distributions are the codes drawn?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    kl = 0.5 * (v - 1 - np.log(v) + m * m)
    back = 0.5 * ((1 + m * m) / v - 1 + np.log(v))
    return bound + kl - back
