"""Exercise 5 - Amira Haddad."""
import numpy as np
from matplotlib.figure import Figure
from scipy.optimize import minimize

Z = np.linspace(-13, 13, 7801)
PHI = np.exp(-Z**2 / 2) / np.sqrt(2 * np.pi) * (Z[1] - Z[0])
Z_COARSE, PHI_COARSE = Z[1500:-1500:60], PHI[1500:-1500:60] * 60


def _numbers(x, name, ndim):
    x = np.asarray(x)
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name} has to be real numbers")
    if x.ndim != ndim or x.size == 0 or not np.all(np.isfinite(x)):
        raise ValueError(f"{name} has a bad shape or bad values")
    return x.astype(float)


def _mixture(weights, means, sigmas):
    w, m, s = _numbers(weights, "weights", 1), _numbers(means, "means", 1), _numbers(sigmas, "sigmas", 1)
    if not len(w) == len(m) == len(s):
        raise ValueError("weights, means and sigmas differ in length")
    if (w < 0).any() or abs(w.sum() - 1) > 1e-6:
        raise ValueError("weights are no distribution")
    if (s <= 0).any():
        raise ValueError("sigmas must be positive")
    return w[w > 0], m[w > 0], s[w > 0]


def _kl(mu, sigma, w, m, s, z=Z, phi=PHI):
    # mu, sigma may be arrays; the last axis is z, the first one the component
    mu, sigma = np.asarray(mu)[..., None], np.asarray(sigma)[..., None]
    logs = [np.log(wi / si) - ((mu - mi) + sigma * z) ** 2 / (2 * si**2) for wi, mi, si in zip(w, m, s)]
    log_p = np.logaddexp.reduce(logs, axis=0)
    return ((-(z**2) / 2 - np.log(sigma) - log_p) * phi).sum(-1)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu, sigma = _numbers(mu, "mu", 0), _numbers(sigma, "sigma", 0)
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    return float(_kl(mu, sigma, w, m, s))


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    mu = m[0] + w @ (m - m[0])
    return float(mu), float(np.sqrt(w @ (s**2 + (m - mu) ** 2)))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    origin, scale = fit_forward_kl(w, m, s)
    m, s = (m - origin) / scale, s / scale
    # 1. a map of the landscape
    mus = np.concatenate([np.linspace(m.min(), m.max(), 31), m])
    sigmas_ = np.geomspace(s.min() / 1.5, 1.5 * max(1, s.max()), 24)
    grid = _kl(mus[:, None], sigmas_, w, m, s, Z_COARSE, PHI_COARSE)
    # 2. polish the three best places (not neighbours of each other)
    best = None
    for flat in np.argsort(grid, axis=None)[:400:12]:
        i, j = np.unravel_index(flat, grid.shape)
        if best is not None and (grid[i, j] > best.fun + 0.1 or abs(mus[i] - best.x[0]) < sigmas_[j] / 2):
            continue
        found = minimize(lambda v: _kl(v[0], np.exp(v[1]), w, m, s, Z[::12], PHI[::12] * 12), [mus[i], np.log(sigmas_[j])],
                         method="Nelder-Mead", options={"xatol": 1e-5, "fatol": 1e-10})
        if best is None or found.fun < best.fun:
            best = found
    return float(origin + scale * best.x[0]), float(scale * np.exp(best.x[1]))


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    fits = {"forward KL": fit_forward_kl(w, m, s), "reverse KL": fit_reverse_kl(w, m, s)}
    x = np.linspace((m - 5 * s).min(), (m + 5 * s).max(), 2001)

    def normal(mu, sigma):
        return np.exp(-(((x - mu) / sigma) ** 2) / 2) / (sigma * np.sqrt(2 * np.pi))

    fig = Figure(figsize=(7, 4))
    ax = fig.add_subplot()
    ax.plot(x, sum(a * normal(b, c) for a, b, c in zip(w, m, s)), "k", label="p")
    for name, (mu, sigma) in fits.items():
        ax.plot(x, normal(mu, sigma), "--", label=name)
    ax.set(xlabel="x", ylabel="density", title="Two ways to fit a Gaussian")
    ax.legend()
    return fig


explanation = """The forward direction averages the log ratio over p. Wherever p has mass, q is not allowed to be small, so q
stretches over everything p does: it has p's mean and variance. The reverse direction averages over q itself. Where q has
no mass, nothing is paid, so q may ignore a mode, but it must not sit where p is almost 0. For two far modes it therefore
sits on one of them. For two close modes (a/s < 2.8) there is no valley worth avoiding and q covers both."""
