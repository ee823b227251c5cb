"""Paolo Ricci."""
import matplotlib.pyplot as plt
import numpy as np
from scipy.integrate import quad
from scipy.optimize import minimize
from scipy.stats import norm


def lists(weights, means, sigmas):
    out = [np.asarray(a) for a in (weights, means, sigmas)]
    for name, a in zip(("weights", "means", "sigmas"), out):
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{name}: not numeric")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{name}: wrong")
    w, m, s = (a.astype(float) for a in out)
    if not w.size == m.size == s.size or w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights, means or sigmas: wrong")
    return w, m, s


def pdf(x, w, m, s):
    return np.sum(w * norm.pdf(np.subtract.outer(x, m), 0, s), axis=-1)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    """sum of p log p/q"""
    w, m, s = lists(weights, means, sigmas)
    lists([1], [mu], [sigma])
    f = lambda x: pdf(x, w, m, s) * (np.log(pdf(x, w, m, s) + 1e-300) - norm.logpdf(x, mu, sigma))
    edges = np.sort(np.concatenate([m - 8 * s, m, m + 8 * s]))
    return sum(quad(f, a, b, limit=100)[0] for a, b in zip(edges, edges[1:]))


def fit_reverse_kl(weights, means, sigmas):
    # reverse: we go from the data back to the model = moments
    w, m, s = lists(weights, means, sigmas)
    d = m - m[0]
    mu = np.sum(w * d)
    return m[0] + mu, np.sqrt(np.sum(w * (s**2 + (d - mu) ** 2)))


def fit_forward_kl(weights, means, sigmas):
    # forward: we go from the model to the data = expectation over q
    w, m, s = lists(weights, means, sigmas)
    c, u = fit_reverse_kl(w, m, s)
    m, s = (m - c) / u, s / u
    z = np.linspace(-7, 7, 201)
    g = norm.pdf(z) * (z[1] - z[0])

    def f(v):
        t = [np.log(a / d) - 0.5 * ((v[0] - b + np.exp(v[1]) * z) / d) ** 2 for a, b, d in zip(w, m, s) if a > 0]
        return -v[1] - g @ np.logaddexp.reduce(t)

    best = min((minimize(f, v) for v in [(0, 0), *zip(m, np.log(s))]), key=lambda r: r.fun).x
    return c + u * best[0], u * np.exp(best[1])


def plot_fits(weights, means, sigmas):
    w, m, s = lists(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 800)
    fig, ax = plt.subplots()
    ax.plot(x, pdf(x, w, m, s), "k", label="p")
    ax.plot(x, norm.pdf(x, *fit_forward_kl(weights, means, sigmas)), label="forward")
    ax.plot(x, norm.pdf(x, *fit_reverse_kl(weights, means, sigmas)), label="reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("density")
    ax.legend()
    return fig


explanation = """Forward KL seeks a mode, because q is averaged; reverse KL covers all modes."""
