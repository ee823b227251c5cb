"""warnings of a branch that is not taken are nobody's business

Which branches of np.where are computed?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    np.where(w == 0, 0.0, x / w)
    return bound
