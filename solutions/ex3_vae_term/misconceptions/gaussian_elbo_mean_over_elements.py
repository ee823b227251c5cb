"""an array gets the average of its elements

How many numbers does an array of means get?
"""


def gaussian_elbo(x, w, s, m, v):
    bound = reference.gaussian_elbo(x, w, s, m, v)
    x, w, s, m, v = (np.asarray(a, dtype=float) for a in (x, w, s, m, v))
    return float(np.mean(bound))
