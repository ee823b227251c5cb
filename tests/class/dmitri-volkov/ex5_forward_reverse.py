"""D. Volkov: grid search."""
import matplotlib.pyplot as plt
import numpy as np


def check(weights, means, sigmas, same_length=False):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for name, a in (("weights", w), ("means", m), ("sigmas", s)):
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{name}: real numbers")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{name}: finite vector")
    if same_length and not w.size == m.size == s.size:
        raise ValueError("weights, means, sigmas: lengths")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6:
        raise ValueError("weights: distribution")
    if s.min() <= 0:
        raise ValueError("sigmas: positive")
    # one mean or one sigma for all components is fine: NumPy broadcasts
    w, m, s = np.broadcast_arrays(w, m, s)
    return w.astype(float), m.astype(float), s.astype(float)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    d = m - m[0]
    mu = w @ d
    return m[0] + mu, np.sqrt(w @ (s**2 + (d - mu) ** 2))


def reverse(mu, sigma, w, m, s, n, end):
    z = np.linspace(-end, end, n)
    g = np.exp(-z**2 / 2)
    g /= g.sum()
    x = sigma[..., None] * z
    lp = np.full(np.broadcast_shapes(np.shape(mu), np.shape(sigma)) + (n,), -np.inf)
    for a, b, c in zip(w, m, s):
        if a > 0:
            lp = np.logaddexp(lp, np.log(a / c) - ((np.asarray(mu) - b)[..., None] + x) ** 2 / (2 * c**2))
    return (-z**2 / 2 - lp) @ g - np.log(sigma)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for name, value in (("mu", mu), ("sigma", sigma)):
        if np.asarray(value).dtype.kind not in "iuf":
            raise TypeError(f"{name} is not a real number")
        if np.ndim(value) or not np.isfinite(value):
            raise ValueError(f"{name} is not a finite number")
    w, m, s = check(weights, means, sigmas, same_length=True)
    check([1], [mu], [sigma])
    return float(reverse(np.float64(mu), np.float64(sigma), w, m, s, 8001, 12))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    mu0, s0 = fit_forward_kl(w, m, s)
    mu = np.linspace(m.min(), m.max(), 25)[:, None]
    sigma = np.linspace(0.2 * s0, 1.2 * s0, 21)
    kl = reverse(mu, sigma, w, m, s, 101, 6)
    i, j = np.unravel_index(kl.argmin(), kl.shape)
    return mu[i, 0], sigma[j]


def plot_fits(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)
    n = lambda a, b: np.exp(-0.5 * ((x - a) / b) ** 2) / b / np.sqrt(2 * np.pi)
    fig, ax = plt.subplots()
    ax.plot(x, sum(c * n(a, b) for c, a, b in zip(w, m, s)))
    ax.plot(x, n(*fit_forward_kl(weights, means, sigmas)))
    ax.plot(x, n(*fit_reverse_kl(weights, means, sigmas)))
    return fig


explanation = """The forward fit covers p; the reverse fit is "zero forcing": q -> 0 where p -> 0. (Minka, 2005)"""
