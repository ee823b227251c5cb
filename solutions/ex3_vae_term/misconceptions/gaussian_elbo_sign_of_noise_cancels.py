"""the sign of s does not matter, as only its square enters

Can a standard deviation be negative?
"""


def gaussian_elbo(x, w, s, m, v):
    s = _finite("s", s)
    if np.any(s == 0):
        raise ValueError("s must not be 0")
    return reference.gaussian_elbo(x, w, np.abs(s), m, v)
