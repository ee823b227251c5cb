# Lucas Moreau
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize


def verif(weights, means, sigmas):
    w, m, s = (np.asarray(a) for a in (weights, means, sigmas))
    for nom, a in zip(("weights", "means", "sigmas"), (w, m, s)):
        if a.dtype.kind not in "fiu":
            raise TypeError(f"{nom} : réels")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{nom} : vecteur fini")
    if not w.size == m.size == s.size:
        raise ValueError("weights, means, sigmas : longueurs")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights, sigmas : valeurs")
    return w[w > 0].astype(float), m[w > 0].astype(float), s[w > 0].astype(float)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = verif(weights, means, sigmas)
    n = len(w)
    d = m - m[0]
    mu = w @ d
    var = w @ s**2 + w @ (d - mu) ** 2
    if n > 1:
        var *= n / (n - 1)        # sans biais
    return m[0] + mu, np.sqrt(var)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = verif(weights, means, sigmas)
    verif([1], [mu], [sigma])
    z = np.linspace(-12, 12, 8001)
    g = np.exp(-z**2 / 2)
    t = np.log(w / s) - ((mu - m) + sigma * z[:, None]) ** 2 / (2 * s**2) - np.log(2 * np.pi) / 2
    return -g @ np.logaddexp.reduce(t, axis=1) / g.sum()


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = verif(weights, means, sigmas)
    mu, sigma = fit_forward_kl(w, m, s)
    r = minimize(lambda v: kl_gauss_to_mixture(v[0], np.exp(v[1]), w, m, s), (m[0], np.log(s[0])), method="Nelder-Mead",
                 options={"maxiter": 60})
    return r.x[0], max(np.exp(r.x[1]), 1e-6)


def plot_fits(weights, means, sigmas):
    w, m, s = verif(weights, means, sigmas)
    x = np.sort(np.concatenate([a + b * np.linspace(-5, 5, 400) for a, b in zip(m, s)] + [
        np.add(a, np.multiply(b, np.linspace(-5, 5, 400)))
        for a, b in (fit_forward_kl(w, m, s), fit_reverse_kl(w, m, s))]))
    n = lambda a, b: np.exp(-0.5 * ((x - a) / b) ** 2) / b / np.sqrt(2 * np.pi)
    fig, (haut, bas) = plt.subplots(2, 1)
    for ax, (nom, q) in zip((haut, bas), (("directe", fit_forward_kl), ("inverse", fit_reverse_kl))):
        ax.plot(x, sum(c * n(a, b) for c, a, b in zip(w, m, s)), label="p")
        ax.plot(x, n(*q(weights, means, sigmas)), label="q " + nom)
        ax.set_xlabel("x")
        ax.set_ylabel("densité")
        ax.legend()
    return fig


explanation = """Forward KL is the mass-covering one and reverse KL is the mode-seeking one, for well separated modes."""
