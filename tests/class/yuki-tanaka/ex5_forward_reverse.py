import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import root

# stationarity: E_q[s(x)] = 0 and E_q[(x - mu) s(x)] = -1, with s = (log p)'

Z = np.arange(-9600, 9601) / 800
G = np.exp(-0.5 * Z * Z)
G /= G.sum()
ZC = Z[4000:-3999:40]
GC = G[4000:-3999:40] / G[4000:-3999:40].sum()


def arrays(weights, means, sigmas):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for a, name in ((w, "weights"), (m, "means"), (s, "sigmas")):
        if a.dtype.kind not in "iuf":
            raise TypeError(name + " must be numeric")
        if a.ndim != 1 or a.size == 0 or np.isnan(a).any() or np.isinf(a).any():
            raise ValueError(name + " must be a list of finite numbers")
    if len(w) != len(m) or len(w) != len(s):
        raise ValueError("weights, means, sigmas must match")
    w, m, s = w.astype(float), m.astype(float), s.astype(float)
    if np.min(w) < 0 or abs(np.sum(w) - 1) > 1e-6:
        raise ValueError("weights must form a distribution")
    if np.min(s) <= 0:
        raise ValueError("sigmas must be above 0")
    return w[w > 0], m[w > 0], s[w > 0]


def number(x, name):
    a = np.asarray(x)
    if a.dtype.kind not in "iuf":
        raise TypeError(name + " must be numeric")
    if a.ndim or not np.isfinite(a):
        raise ValueError(name + " must be a finite number")
    return float(a)


def parts(mu, sig, w, m, s, z):
    d = ((mu - m)[:, None] + sig * z) / s[:, None]
    e = np.log(w / s)[:, None] - 0.5 * d * d
    top = e.max(0)
    e = np.exp(e - top)
    n = e.sum(0)
    return top + np.log(n), -(e * (d / s[:, None])).sum(0) / n


def value(mu, sig, w, m, s, z, g):
    return g @ (-0.5 * z * z - parts(mu, sig, w, m, s, z)[0]) - np.log(sig)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    mix = arrays(weights, means, sigmas)
    mu, sigma = number(mu, "mu"), number(sigma, "sigma")
    if sigma <= 0:
        raise ValueError("sigma must be above 0")
    return value(mu, sigma, *mix, Z, G)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = arrays(weights, means, sigmas)
    d = m - m.max()
    mu = np.dot(w, d) / w.sum()
    return m.max() + mu, np.sqrt(np.dot(w, s * s + (d - mu) ** 2) / w.sum())


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = arrays(weights, means, sigmas)
    c, u = fit_forward_kl(w, m, s)
    m, s = (m - c) / u, s / u

    def equations(v):
        sig = np.exp(v[1])
        score = parts(v[0], sig, w, m, s, ZC)[1]
        return [GC @ score * sig, 1 + sig * (GC @ (ZC * score))]

    mus = np.r_[m, np.linspace(m.min(), m.max(), 15)]
    table = [(value(a, b, w, m, s, ZC, GC), a, b) for a in mus for b in np.r_[1.0, 0.75, 0.5, 0.3, np.unique(s)]]
    table.sort()
    best = table[0]
    seen = []
    for f, a, b in table:
        if f > table[0][0] + 0.3 or len(seen) == 10:
            break
        if any(abs(a - c1) < 0.3 * b for c1 in seen):
            continue
        seen.append(a)
        # some safe steps downhill, then the root finder
        x, h = np.array([a, np.log(b)]), 0.1
        for _ in range(15):
            g = np.array(equations(x))
            y = x + h * np.array([g[0] * np.exp(x[1]), g[1]])
            if value(y[0], np.exp(y[1]), w, m, s, ZC, GC) < value(x[0], np.exp(x[1]), w, m, s, ZC, GC):
                x, h = y, h * 1.5
            else:
                h /= 3
        sol = root(equations, x, method="hybr", options={"xtol": 1e-10})
        for v in (x, sol.x):
            if np.all(np.isfinite(v)) and abs(v[0]) < 50 and abs(v[1]) < 20:
                best = min(best, (value(v[0], np.exp(v[1]), w, m, s, ZC, GC), v[0], np.exp(v[1])))
    return c + u * best[1], u * best[2]


def plot_fits(weights, means, sigmas):
    w, m, s = arrays(weights, means, sigmas)
    x = np.linspace(m.min() - 5 * s.max(), m.max() + 5 * s.max(), 2000)

    def normal(mu, sig):
        return np.exp(-0.5 * ((x - mu) / sig) ** 2) / (sig * np.sqrt(2 * np.pi))

    fig, ax = plt.subplots(2, figsize=(6, 7))
    for a, (mu, sig), title in zip(ax, [fit_forward_kl(w, m, s), fit_reverse_kl(w, m, s)], ["Forward", "Reverse"]):
        a.plot(x, np.sum([wi * normal(mi, si) for wi, mi, si in zip(w, m, s)], axis=0), label="mixture p")
        a.plot(x, normal(mu, sig), label=f"{title.lower()} fit q")
        a.set_title(title + " KL")
        a.set_xlabel("x")
        a.set_ylabel("density")
        a.legend()
    fig.tight_layout()
    return fig


explanation = """The forward direction averages the log ratio over p. Wherever p has mass, q is not allowed to be small, so q
stretches over everything p does: it has the mean and the variance of p. The reverse direction averages over q itself. Where q
has no mass nothing is paid, so q may ignore a mode, but it must not sit where p is almost 0. For two far modes it therefore
sits on one of them; for two close modes it covers both."""
