"""a few thousand draws give the moments of a mixture

How many digits do 20000 draws get right?
"""


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    numbers = np.random.default_rng(0)
    chosen = numbers.choice(len(w), 20000, p=w)
    draws = numbers.normal(m[chosen], s[chosen])
    return draws.mean(), draws.std()
