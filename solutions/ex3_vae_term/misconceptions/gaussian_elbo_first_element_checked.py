"""it is enough to look at the first element of an array

Which elements of an array can be bad?
"""


def gaussian_elbo(x, w, s, m, v):
    fixed = {}
    for name, value in (("s", s), ("v", v)):
        array = _finite(name, value)
        first = array.ravel()[:1] > 0
        fixed[name] = np.where(array > 0, array, np.nan) if array.ndim and first.all() else array
    bad = any(np.isnan(a).any() for a in fixed.values())
    if not bad:
        return reference.gaussian_elbo(x, w, s, m, v)
    good = {name: np.where(np.isnan(array), 1.0, array) for name, array in fixed.items()}
    answer = reference.gaussian_elbo(x, w, good["s"], m, good["v"])
    return np.where(np.isnan(fixed["s"] + fixed["v"]), np.nan, answer)
