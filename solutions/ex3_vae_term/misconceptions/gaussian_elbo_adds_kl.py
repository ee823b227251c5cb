"""the KL term is added to the likelihood

Should a code far from the prior raise the bound?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    kl = 0.5 * (v - 1 - np.log(v) + m * m)
    return bound + 2 * kl
