import math

import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize
from scipy.stats import norm


def pruefe(weights, means, sigmas):
    felder = {"weights": weights, "means": means, "sigmas": sigmas}
    for name in felder:
        a = felder[name] = np.asarray(felder[name])
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{name} besteht nicht aus Zahlen")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{name} ist kein endlicher Vektor")
    w, m, s = felder.values()
    if not w.size == m.size == s.size or w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights, means, sigmas passen nicht zusammen")
    return w[w > 0].astype(float), m[w > 0].astype(float), s[w > 0].astype(float)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = pruefe(weights, means, sigmas)
    bezug = m[-1]
    mu = float(w @ (m - bezug))
    return bezug + mu, math.sqrt(w @ (s**2 + (m - bezug - mu) ** 2))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = pruefe(weights, means, sigmas)
    pruefe([1], [mu], [sigma])
    return nats(float(mu), float(sigma), w, m, s) / math.log(2)      # in bit


def nats(mu, sigma, w, m, s, n=8001):
    z = np.linspace(-12, 12, n)
    g = norm.pdf(z) * (z[1] - z[0])
    t = np.log(w / s) - 0.5 * (((mu - m) + sigma * z[:, None]) / s) ** 2
    return g @ (-0.5 * z**2 - np.logaddexp.reduce(t, axis=1)) - math.log(sigma)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = pruefe(weights, means, sigmas)
    a, b = fit_forward_kl(w, m, s)
    m, s = (m - a) / b, s / b
    ziel = lambda v: nats(v[0], math.exp(v[1]), w, m, s, 241)
    start = [(x, y) for x in np.linspace(m.min(), m.max(), 13) for y in (0, -0.3, -0.8)] + list(zip(m, np.log(s)))
    start.sort(key=ziel)
    gut = []
    for v in start:
        if all(abs(v[0] - g[0]) > 0.35 for g in gut) and len(gut) < 4:
            gut.append(v)
    v = min((minimize(ziel, g, method="L-BFGS-B", options={"ftol": 1e-13}) for g in gut), key=lambda r: r.fun).x
    return a + b * v[0], b * math.exp(v[1])


def plot_fits(weights, means, sigmas):
    w, m, s = pruefe(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)
    fig, ax = plt.subplots()
    ax.plot(x, norm.pdf(x[:, None], m, s) @ w, label="p")
    ax.plot(x, norm.pdf(x, *fit_reverse_kl(weights, means, sigmas)), label="q")
    ax.set_xlabel("x")
    ax.set_ylabel("Dichte")
    ax.legend()
    return fig


explanation = """Die Vorwärts-KL ("inklusiv") deckt ab;
die Rückwärts-KL ("exklusiv") sucht einen Gipfel, wenn die Gipfel weit auseinander liegen, sonst deckt sie auch ab."""
