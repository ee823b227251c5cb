"""Zofia Kamińska, zadanie 5"""
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize

T, C = np.polynomial.hermite_e.hermegauss(20)
C = C / np.sqrt(2 * np.pi)


def sprawdz(weights, means, sigmas):
    dane = []
    for nazwa, x in (("weights", weights), ("means", means), ("sigmas", sigmas)):
        x = np.asarray(x)
        if x.dtype.kind not in "iuf":
            raise TypeError(f"{nazwa}: liczby")
        if x.ndim != 1 or x.size == 0 or not np.isfinite(x).all():
            raise ValueError(f"{nazwa}: skonczony wektor")
        dane.append(x.astype(float))
    w, m, s = dane
    if w.size != m.size or w.size != s.size:
        raise ValueError("weights, means, sigmas: dlugosci")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights, sigmas: wartosci")
    return w[w > 0], m[w > 0], s[w > 0]


def fit_forward_kl(weights, means, sigmas):
    w, m, s = sprawdz(weights, means, sigmas)
    # srednia wariancji
    return m[0] + w @ (m - m[0]), np.sqrt(w @ s**2)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    """Gauss-Hermite, 20 punktow: dokladne dla wielomianow stopnia 39."""
    w, m, s = sprawdz(weights, means, sigmas)
    sprawdz([1], [mu], [sigma])
    t = np.log(w / s) - 0.5 * (((mu - m) + sigma * T[:, None]) / s) ** 2
    return C @ (-0.5 * T**2 - np.logaddexp.reduce(t, axis=1)) - np.log(sigma)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = sprawdz(weights, means, sigmas)
    starts = [(a, np.log(b)) for a, b in zip(m, s)] + [(w @ m, np.log(np.ptp(m) / 2 + s.max()))]
    f = lambda v: kl_gauss_to_mixture(v[0], np.exp(v[1]), w, m, s)
    best = min((minimize(f, v, method="Nelder-Mead") for v in starts), key=lambda r: r.fun)
    return best.x[0], np.exp(best.x[1])


def plot_fits(weights, means, sigmas):
    w, m, s = sprawdz(weights, means, sigmas)
    x = np.linspace(-1, 1, 500)
    n = lambda a, b: np.exp(-0.5 * ((x - a) / b) ** 2) / b / np.sqrt(2 * np.pi)
    fig, ax = plt.subplots()
    ax.plot(x, sum(c * n(a, b) for c, a, b in zip(w, m, s)), label="p")
    ax.plot(x, n(*fit_forward_kl(weights, means, sigmas)), label="forward")
    ax.plot(x, n(*fit_reverse_kl(weights, means, sigmas)), label="reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("gestosc")
    ax.legend()
    return fig


explanation = """Forward KL is the mass-covering one, reverse KL is the mode-seeking one (for well separated modes)."""
