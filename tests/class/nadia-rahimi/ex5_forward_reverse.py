"""Nadia Rahimi, forward and reverse KL.

The reverse fit uses scipy.optimize.dual_annealing with a fixed seed and few iterations.
"""
import numpy as np
from matplotlib import pyplot as plt
from scipy.optimize import dual_annealing
from scipy.stats import norm


def _vector(name, values):
    values = np.asarray(values)
    if values.dtype.kind not in "fiu":
        raise TypeError(f"`{name}` must contain real numbers")
    if values.ndim != 1:
        raise ValueError(f"`{name}` must be a vector")
    if not values.size or not np.isfinite(values).all():
        raise ValueError(f"`{name}` must be finite and non-empty")
    return values.astype(float)


def _mixture(weights, means, sigmas):
    w, m, s = _vector("weights", weights), _vector("means", means), _vector("sigmas", sigmas)
    if not w.size == m.size == s.size:
        raise ValueError("`weights`, `means`, `sigmas` must have one length")
    if any(w < 0) or abs(sum(w) - 1) > 1e-6:
        raise ValueError("`weights` must be probabilities")
    if any(s <= 0):
        raise ValueError("`sigmas` must be positive")
    return w, m, s


z_fine = np.linspace(-12, 12, 8193)
z_rough = np.linspace(-7.5, 7.5, 151)


def _reverse(mu, sigma, w, m, s, z):
    logs = np.array([np.log(a / c) - 0.5 * (((mu - b) + sigma * z) / c) ** 2 for a, b, c in zip(w, m, s) if a > 0])
    top = logs.max(axis=0)
    log_p = top + np.log(np.sum(np.exp(logs - top), axis=0))
    q = np.exp(-0.5 * z**2)
    return np.sum(q * (-0.5 * z**2 - log_p)) / np.sum(q) - np.log(sigma)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    # E x and sd x, computed around the first mean
    y = m - m[0]
    ey = np.sum(w * y)
    return m[0] + ey, np.sqrt(np.sum(w * ((y - ey) ** 2 + s**2)))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    _vector("mu", [mu])
    if _vector("sigma", [sigma])[0] <= 0:
        raise ValueError("`sigma` must be positive")
    return float(_reverse(mu, sigma, w, m, s, z_fine))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mean, sd = fit_forward_kl(w, m, s)
    m, s = (m - mean) / sd, s / sd

    def cost(v):
        return _reverse(v[0], np.exp(v[1]), w, m, s, z_rough)

    bounds = [(m.min() - 0.01, m.max() + 0.01), (np.log(s.min()) - 0.5, np.log(max(s.max(), 1)) + 0.5)]
    # the annealing starts at the best of the obvious guesses, well apart
    guesses = [(0.0, 0.0)] + [(a, np.log(b)) for a, b in zip(m, s)] + [
        (a, b) for a in np.linspace(m.min(), m.max(), 12) for b in (-0.2, -0.7)]
    chosen = []
    for g in sorted(guesses, key=cost):
        if len(chosen) < 3 and all(abs(g[0] - c[0]) > 0.5 for c in chosen):
            chosen.append(g)
    runs = []
    for seed, x0 in enumerate(chosen):
        runs.append(dual_annealing(cost, bounds, x0=np.array(x0), seed=seed + 1, maxiter=12, maxfun=500,
                                   minimizer_kwargs={"method": "L-BFGS-B", "bounds": bounds, "options": {"ftol": 1e-12}}))
    best = min(runs, key=lambda r: r.fun)
    return mean + sd * best.x[0], sd * np.exp(best.x[1])


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    ends = np.concatenate([m - 4 * s, m + 4 * s])
    x = np.linspace(ends.min(), ends.max(), 1024)
    fig, ax = plt.subplots(figsize=(8, 4.5))
    ax.plot(x, sum(a * norm(b, c).pdf(x) for a, b, c in zip(w, m, s)), color="0.3", lw=2.5)
    ax.plot(x, norm(*fit_forward_kl(weights, means, sigmas)).pdf(x), color="C0")
    ax.plot(x, norm(*fit_reverse_kl(weights, means, sigmas)).pdf(x), color="C1", ls="--")
    ax.legend(["p", "argmin KL(p||q)", "argmin KL(q||p)"])
    ax.set_xlabel("$x$")
    ax.set_ylabel("density")
    return fig


explanation = """Forward: "cover everything". Reverse: "don't go where p isn't". \
Which one is better depends, e.g., on what a miss costs, and on what a false alarm costs."""
