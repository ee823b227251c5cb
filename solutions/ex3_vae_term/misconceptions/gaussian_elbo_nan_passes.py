"""NaN explains itself

Which comparison is true for NaN?
"""


def gaussian_elbo(x, w, s, m, v):
    values = {name: _real_array(name, a) for name, a in (("x", x), ("w", w), ("s", s), ("m", m), ("v", v))}
    if not any(np.isnan(a).any() for a in values.values()):
        return reference.gaussian_elbo(x, w, s, m, v)
    answer = reference.gaussian_elbo(*(np.where(np.isnan(a), 1.0, a) for a in values.values()))
    return answer + 0 * sum(values.values())
