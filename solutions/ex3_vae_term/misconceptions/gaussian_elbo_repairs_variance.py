"""a variance below 0 can be taken without its sign

Should a function repair what makes no sense without telling anybody?
"""


def gaussian_elbo(x, w, s, m, v):
    v = _finite("v", v)
    if np.any(v == 0):
        raise ValueError("v must not be 0")
    return reference.gaussian_elbo(x, w, s, m, np.abs(v))
