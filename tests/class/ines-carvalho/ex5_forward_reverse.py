import numpy as np
import matplotlib.pyplot as plt
from scipy.optimize import minimize


def valida(weights, means, sigmas):
    w, m, s = [np.asarray(v) for v in (weights, means, sigmas)]
    for nome, v in (("weights", w), ("means", m), ("sigmas", s)):
        if v.dtype.kind not in "iuf":
            raise TypeError(f"{nome}: números")
        if v.ndim != 1 or len(v) == 0 or not np.isfinite(v).all():
            raise ValueError(f"{nome}: valores")
    if len(w) != len(m) or len(w) != len(s):
        raise ValueError("weights, means, sigmas: tamanhos")
    if min(w) < 0 or abs(sum(w) - 1) > 1e-6 or min(s) <= 0:
        raise ValueError("weights, sigmas: valores")
    return w[w > 0].astype(float), m[w > 0].astype(float), s[w > 0].astype(float)


def fit_forward_kl(weights, means, sigmas):
    """N(mu, v): mean and variance of p."""
    w, m, s = valida(weights, means, sigmas)
    mu = m[0] + w @ (m - m[0])
    return mu, w @ (s**2 + (m - mu) ** 2)


def _kl(mu, var, w, m, s, n, fim):
    z = np.linspace(-fim, fim, n)
    g = np.exp(-z * z / 2)
    g /= g.sum()
    t = np.log(w / s) - ((mu - m) + np.sqrt(var) * z[:, None]) ** 2 / (2 * s**2)
    topo = t.max(axis=1)
    return g @ (-z * z / 2 - topo - np.log(np.exp(t - topo[:, None]).sum(axis=1))) - np.log(var) / 2


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    valida([1], [mu], [sigma])
    return _kl(float(mu), float(sigma), *valida(weights, means, sigmas), 8001, 12)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = valida(weights, means, sigmas)
    c, v = fit_forward_kl(w, m, s)
    u = v**0.5
    m, s = (m - c) / u, s / u
    f = lambda x: _kl(x[0], np.exp(x[1]), w, m, s, 161, 7)
    starts = [(a, 2 * np.log(b)) for a, b in zip(m, s)] + [(a, -0.2) for a in np.linspace(m.min(), m.max(), 7)]
    best = min((minimize(f, x, method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-9}) for x in sorted(starts, key=f)[:5]), key=lambda r: r.fun).x
    return c + u * best[0], v * np.exp(best[1])


def plot_fits(weights, means, sigmas):
    w, m, s = valida(weights, means, sigmas)
    x = np.linspace(min(m - 4 * s), max(m + 4 * s), 1000)
    n = lambda mu, var: np.exp(-((x - mu) ** 2) / (2 * var)) / np.sqrt(2 * np.pi * var)
    fig, ax = plt.subplots()
    ax.plot(x, sum(a * n(b, c**2) for a, b, c in zip(w, m, s)))
    ax.plot(x, n(*fit_forward_kl(weights, means, sigmas)))
    ax.plot(x, n(*fit_reverse_kl(weights, means, sigmas)))
    ax.set_xlabel("x")
    ax.set_ylabel("densidade")
    return fig


explanation = """=E_p log(p/q) vs. =E_q log(q/p)"""
