import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize
from scipy.stats import norm


def check(weights, means, sigmas):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for x, name in ((w, "weights"), (m, "means"), (s, "sigmas")):
        if x.dtype.kind not in "iuf":
            raise TypeError(name + " must be numbers")
        if x.ndim != 1 or x.size == 0 or not np.isfinite(x).all():
            raise ValueError(name + " must be a list of finite numbers")
    if not len(w) == len(m) == len(s):
        raise ValueError("weights, means and sigmas must have the same length")
    if (w < 0).any() or abs(w.sum() - 1) > 1e-6 or (s <= 0).any():
        raise ValueError("weights must be a distribution and sigmas positive")
    return w.astype(float), m.astype(float), s.astype(float)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    mean = np.sum(w * m)
    second = np.sum(w * (s**2 + m**2))          # E x^2
    return mean, np.sqrt(second - mean**2)      # Var x = E x^2 - (E x)^2


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    if not all(np.asarray(v).dtype.kind in "iuf" for v in (mu, sigma)):
        raise TypeError("mu and sigma have to be numbers")
    if np.ndim(mu) or np.ndim(sigma) or not np.isfinite([mu, sigma]).all():
        raise ValueError("mu and sigma have to be finite numbers")
    w, m, s = check(weights, means, sigmas)
    check([1.0], [mu], [sigma])
    x = np.linspace(mu - 6.6 * sigma, mu + 6.6 * sigma, 5001)
    f = norm.pdf(x, mu, sigma) * (norm.logpdf(x, mu, sigma) - logp(x, w, m, s))
    return np.sum(f[1:] + f[:-1]) / 2 * (x[1] - x[0])


def logp(x, w, m, s):
    k = w > 0
    t = np.log(w[k] / s[k]) - 0.5 * np.log(2 * np.pi) - 0.5 * ((x[:, None] - m[k]) / s[k]) ** 2
    return np.logaddexp.reduce(t, axis=1)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    w, m, s = w[w > 0], m[w > 0], s[w > 0]
    z = np.linspace(-7, 7, 141)
    g = norm.pdf(z) * (z[1] - z[0])

    def f(v):
        sigma = np.exp(v[1])
        return g @ (-0.5 * z**2 - 0.5 * np.log(2 * np.pi) - logp(v[0] + sigma * z, w, m, s)) - v[1]

    spread = m - np.mean(m)
    sigma = np.sqrt(w @ (s**2 + (spread - w @ spread) ** 2))
    starts = [(a, np.log(b)) for a, b in zip(m, s)]
    starts += [(a, np.log(b)) for a in np.linspace(m.min(), m.max(), 9) for b in (sigma, 0.6 * sigma)]
    starts = sorted(starts, key=f)
    picked = [starts[0]]
    for v in starts:
        if all(abs(v[0] - k[0]) > 0.4 * sigma for k in picked):
            picked.append(v)
    runs = []
    for a, b in picked[:4]:
        # my own simplex: the default one is 5 % of the start wide, which depends on where 0 is
        simplex = [(a, b), (a + 0.2 * sigma, b), (a, b + 0.2)]
        runs.append(minimize(f, (a, b), method="Nelder-Mead",
                             options=dict(initial_simplex=simplex, xatol=1e-4 * sigma, fatol=1e-9)))
    best = min(runs, key=lambda r: r.fun).x
    return best[0], np.exp(best[1])


def plot_fits(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    x = np.linspace(np.min(m - 4 * s), np.max(m + 4 * s), 1000)
    fig, ax = plt.subplots()
    ax.plot(x, norm.pdf(x[:, None], m, s) @ w, label="p")
    ax.plot(x, norm.pdf(x, *fit_forward_kl(w, m, s)), label="forward")
    ax.plot(x, norm.pdf(x, *fit_reverse_kl(w, m, s)), label="reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("density")
    ax.legend()
    return fig


explanation = "KL(p||q) is mass covering, KL(q||p) is mode seeking."
