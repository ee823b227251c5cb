"""Olivia Bennett"""
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize


def check(weights, means, sigmas):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for name, a in (("weights", w), ("means", m), ("sigmas", s)):
        if a.dtype.kind not in "fiu":
            raise TypeError(name + " must be real")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(name + " must be finite and flat")
    if not len(w) == len(m) == len(s):
        raise ValueError("weights, means, sigmas must be equally long")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights / sigmas")
    return w / w.sum(), m.astype(float), s.astype(float)


def logpdf(x, w, m, s):
    with np.errstate(divide="ignore"):
        t = np.log(w) - np.log(s) - 0.5 * ((x[:, None] - m) / s) ** 2
    return np.logaddexp.reduce(t, axis=1) - 0.5 * np.log(2 * np.pi)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    mu = m[0] + w @ (m - m[0])
    return mu, max(np.sqrt(w @ (m - mu) ** 2), 1e-12)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas, n=100_000):
    w, m, s = check(weights, means, sigmas)
    check([1.0], [mu], [sigma])
    x = np.random.default_rng().normal(mu, sigma, n)
    return np.mean(logpdf(x, np.ones(1), mu, sigma) - logpdf(x, w, m, s))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    e = np.random.default_rng(0).normal(size=400)       # common random numbers

    def f(v):
        x = v[0] + np.exp(v[1]) * e
        return np.mean(logpdf(x, np.ones(1), v[0], np.exp(v[1])) - logpdf(x, w, m, s))

    best = min((minimize(f, (a, np.log(b)), method="Nelder-Mead") for a, b in zip(m, s)), key=lambda r: r.fun)
    return best.x[0], np.exp(best.x[1])


def plot_fits(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    rng = np.random.default_rng(1)
    k = rng.choice(len(w), size=20_000, p=w)
    fig, ax = plt.subplots()
    ax.hist(rng.normal(m[k], s[k]), bins=80, density=True, alpha=0.4, label="p")
    for f in (fit_forward_kl, fit_reverse_kl):
        ax.hist(rng.normal(*f(weights, means, sigmas), size=20_000), bins=80, density=True, histtype="step", label=f.__name__)
    ax.set_xlabel("x")
    ax.set_ylabel("density")
    ax.legend()
    return fig


explanation = """The samples come from p (forward) or from q (reverse). With samples from p, q must cover them all; with samples
from q, q can ignore one mode, "mode collapse", as in GANs."""
