# Wei Chen, ex 5: L-BFGS-B with the exact gradient, many starting points
from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp


def check(weights, means, sigmas):
    out = []
    for name, x in (("weights", weights), ("means", means), ("sigmas", sigmas)):
        try:
            a = np.asarray(x)
        except ValueError as err:
            raise ValueError(name + " is ragged") from err
        if not (np.issubdtype(a.dtype, np.floating) or np.issubdtype(a.dtype, np.integer)):
            raise TypeError(name + " is not numeric")
        if a.ndim != 1:
            raise ValueError(name + " is not one-dimensional")
        if np.isnan(a).any() or np.isinf(a).any():
            raise ValueError(name + " contains NaN or inf")
        out.append(a.astype(np.float64))
    w, m, s = out
    if w.size == 0 or m.size != w.size or s.size != w.size:
        raise ValueError("weights, means, sigmas: lengths %d, %d, %d" % (w.size, m.size, s.size))
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6:
        raise ValueError("weights must be >= 0 and sum to 1")
    if s.min() <= 0:
        raise ValueError("sigmas must be > 0")
    return w, m, s


N = 8001
z = np.linspace(-13, 13, N)
h = z[1] - z[0]
dens = np.exp(-0.5 * z * z) * h / np.sqrt(2 * np.pi)
z8, dens8 = z[::25], dens[::25] * 25


def objective(theta, w, m, s):
    """KL and its gradient in (mu, log sigma), coarse grid."""
    mu, sig = theta[0], np.exp(theta[1])
    d = (mu - m)[:, None] + sig * z8
    t = np.log(w / s)[:, None] - 0.5 * (d / s[:, None]) ** 2
    lp = logsumexp(t, axis=0)
    r = np.exp(t - lp)
    score = -(r * d / s[:, None] ** 2).sum(0)          # d log p / dx
    value = dens8 @ (-0.5 * z8 * z8 - lp) - theta[1]
    return value, np.array([-dens8 @ score, -1 - sig * (dens8 @ (score * z8))])


def fit_forward_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    mu = np.average(m - m[0], weights=w) + m[0]
    var = np.average(s**2 + (m - mu) ** 2, weights=w)
    return mu, np.sqrt(var)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    for name, v in (("mu", mu), ("sigma", sigma)):
        v = np.asarray(v)
        if v.dtype.kind not in "fiu":
            raise TypeError(name + " is not a number")
        if v.ndim or not np.isfinite(v):
            raise ValueError(name + " is not a finite scalar")
    if sigma <= 0:
        raise ValueError("sigma must be > 0")
    keep = w > 0
    w, m, s = w[keep], m[keep], s[keep]
    d = ((float(mu) - m)[:, None] + float(sigma) * z) / s[:, None]
    lp = logsumexp(np.log(w / s)[:, None] - 0.5 * d * d, axis=0)
    return float(dens @ (-0.5 * z * z - np.log(float(sigma)) - lp))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    keep = w > 0
    w, m, s = w[keep], m[keep], s[keep]
    w = w / w.sum()
    shift, unit = fit_forward_kl(w, m, s)
    m, s = (m - shift) / unit, s / unit
    starts = []
    order = np.argsort(m)
    n = len(m)
    groups = [list(g) for k in range(1, n + 1) for g in combinations(order, k)] if n <= 4 else [
        order[i:j] for i in range(n) for j in range(i + 1, n + 1)]
    for g in groups:
        g = np.array(g)
        a, sd = fit_forward_kl(w[g] / w[g].sum(), m[g], s[g])
        starts.append([a, np.log(sd)])
    starts.sort(key=lambda t: objective(t, w, m, s)[0])
    runs = [minimize(objective, t, args=(w, m, s), jac=True, method="L-BFGS-B", options={"gtol": 1e-7, "ftol": 1e-14})
            for t in starts[:8]]
    best = min(runs, key=lambda r: r.fun).x
    return shift + unit * best[0], unit * np.exp(best[1])


def plot_fits(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    x = np.linspace(np.min(m - 4 * s), np.max(m + 4 * s), 1500)

    def g(mu, sd):
        return np.exp(-0.5 * ((x - mu) / sd) ** 2) / sd / np.sqrt(2 * np.pi)

    p = w @ np.array([g(*c) for c in zip(m, s)])
    fig, axes = plt.subplots(1, 2, sharey=True, figsize=(9, 3.5))
    for ax, fit, title in zip(axes, (fit_forward_kl, fit_reverse_kl), ("min KL(p||q)", "min KL(q||p)")):
        ax.fill_between(x, p, color="0.85", label="p")
        ax.plot(x, g(*fit(weights, means, sigmas)), color="C3", label="q")
        ax.set_xlabel("x")
        ax.set_ylabel("density")
        ax.set_title(title)
        ax.legend()
    return fig


explanation = """KL(p||q) punishes q where p > 0 and q ~ 0: covering. KL(q||p) punishes q where q > 0 and p ~ 0: it
stays inside one mode, if the modes are far enough apart. "Far enough" means about 2.8 standard deviations from the middle."""
