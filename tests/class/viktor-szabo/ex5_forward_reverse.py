# Szabo Viktor, 5. feladat: Gauss-Legendre on pieces, BFGS from many places
import matplotlib.pyplot as plt
import numpy as np
from numpy.polynomial.legendre import leggauss
from scipy.optimize import minimize


def pieces(k, order, end=12.0):
    """Composite Gauss-Legendre nodes for E f(z), z standard normal."""
    x, c = leggauss(order)
    edges = np.linspace(-end, end, k + 1)
    mid, half = (edges[1:] + edges[:-1]) / 2, (edges[1] - edges[0]) / 2
    z = (mid[:, None] + half * x).ravel()
    c = np.tile(half * c, k) * np.exp(-z**2 / 2) / np.sqrt(2 * np.pi)
    return z, c


FINE, COARSE = pieces(1000, 8), pieces(24, 6, 7.5)


def checked(**lists):
    result = []
    for name, value in lists.items():
        array = np.asarray(value)
        if array.dtype.kind not in "fui":
            raise TypeError(f"{name}: expected real numbers")
        if array.ndim != 1 or array.size == 0 or not np.isfinite(array).all():
            raise ValueError(f"{name}: expected a finite, non-empty list")
        result.append(array.astype(float))
    if len(set(map(len, result))) > 1:
        raise ValueError(f"{', '.join(lists)}: expected the same length")
    w, _, s = result
    if (w < 0).any() or abs(w.sum() - 1) > 1e-6:
        raise ValueError("weights: expected a distribution")
    if (s <= 0).any():
        raise ValueError("sigmas: expected positive numbers")
    return [a[w > 0] for a in result]


def logp_and_score(dx, w, m, s):
    """dx: (nodes,) with the means already taken relative to the same origin."""
    d = (dx - m[:, None]) / s[:, None]
    t = np.log(w / s)[:, None] - d**2 / 2
    top = t.max(axis=0)
    e = np.exp(t - top)
    total = e.sum(axis=0)
    return top + np.log(total), -(e * d / s[:, None]).sum(axis=0) / total


def fit_forward_kl(weights, means, sigmas):
    w, m, s = checked(weights=weights, means=means, sigmas=sigmas)
    mid = np.median(m)
    mu = w @ (m - mid)
    return mid + mu, np.linalg.norm(np.sqrt(w) * np.hypot(s, m - mid - mu))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = checked(weights=weights, means=means, sigmas=sigmas)
    for name, value in ("mu", mu), ("sigma", sigma):
        value = np.asarray(value)
        if value.dtype.kind not in "fui":
            raise TypeError(f"{name}: expected a real number")
        if value.shape != () or not np.isfinite(value):
            raise ValueError(f"{name}: expected one finite number")
    if sigma <= 0:
        raise ValueError("sigma: expected a positive number")
    z, c = FINE
    logp, _ = logp_and_score(sigma * z, w, m - mu, s)
    return float(c @ (-(z**2) / 2 - np.log(sigma) - logp))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = checked(weights=weights, means=means, sigmas=sigmas)
    origin, scale = fit_forward_kl(w, m, s)
    m, s = (m - origin) / scale, s / scale
    z, c = COARSE

    def f(v):
        sigma = np.exp(v[1])
        logp, score = logp_and_score(v[0] + sigma * z, w, m, s)
        value = c @ (-(z**2) / 2 - logp) - v[1]
        return value, np.array([-(c @ score), -1 - sigma * (c @ (z * score))])

    starts = [np.array([a, np.log(b)]) for a, b in zip(m, s)]
    starts += [np.array([a, b]) for a in np.linspace(m.min(), m.max(), 11) for b in (0.0, -0.5, -1.0)]
    starts.sort(key=lambda v: f(v)[0])
    best = None
    for v in starts[:10]:
        if best is not None and f(v)[0] > best.fun + 0.25:
            break
        r = minimize(f, v, jac=True, method="BFGS", options={"gtol": 1e-6})
        if best is None or r.fun < best.fun:
            best = r
    return origin + scale * best.x[0], scale * np.exp(best.x[1])


def plot_fits(weights, means, sigmas):
    w, m, s = checked(weights=weights, means=means, sigmas=sigmas)
    lo, hi = (m - 4 * s).min(), (m + 4 * s).max()
    x = np.linspace(lo, hi, 3001)
    density = lambda w, m, s: np.exp(logp_and_score(x, *map(np.atleast_1d, (w, m, s)))[0]) / np.sqrt(2 * np.pi)  # noqa: E731
    fig = plt.figure()
    ax = fig.gca()
    ax.fill_between(x, 0, density(w, m, s), color="lightgrey", label="p")
    ax.plot(x, density(1.0, *fit_forward_kl(w, m, s)), "b", label="q forward")
    ax.plot(x, density(1.0, *fit_reverse_kl(w, m, s)), "r", label="q reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("p(x), q(x)")
    ax.set_xlim(lo, hi)
    ax.legend()
    return fig


explanation = """KL(p||q) = moment matching, so it covers. KL(q||p) = variational inference, so it locks on to a mode when the modes
are separated and otherwise spreads over both; q underestimates the variance."""
