# Priya Raman: differential evolution, vectorised, fixed seed
import matplotlib.pyplot as plt
import numpy as np
from scipy.integrate import quad
from scipy.optimize import differential_evolution
from scipy.stats import norm


def validate(weights, means, sigmas):
    w, m, s = (np.asarray(a) for a in (weights, means, sigmas))
    for name, a in (("weights", w), ("means", m), ("sigmas", s)):
        if a.dtype.kind not in ("f", "i", "u"):
            raise TypeError(f"{name}: not numeric")
        if a.ndim != 1 or a.size == 0:
            raise ValueError(f"{name}: not a vector")
        if not np.isfinite(a).all():
            raise ValueError(f"{name}: not finite")
    if w.size != m.size or w.size != s.size:
        raise ValueError("weights, means, sigmas: different lengths")
    if (w < 0).any() or abs(w.sum(dtype=float) - 1) > 1e-6:
        raise ValueError("weights: not a distribution")
    if (s <= 0).any():
        raise ValueError("sigmas: not positive")
    keep = w > 0
    return w[keep].astype(float), m[keep].astype(float), s[keep].astype(float)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = validate(weights, means, sigmas)
    m0 = m[0]
    mu = ((m - m0) * w).sum()
    return m0 + mu, np.sqrt((w * (s**2 + (m - m0 - mu) ** 2)).sum())


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    """Adaptive quadrature in z, split where the leading component can change."""
    w, m, s = validate(weights, means, sigmas)
    for name, v in (("mu", mu), ("sigma", sigma)):
        if np.asarray(v).dtype.kind not in "fiu":
            raise TypeError(f"{name}: not a number")
        if np.ndim(v) or not np.isfinite(v):
            raise ValueError(f"{name}: not a finite number")
    if sigma <= 0:
        raise ValueError("sigma: not positive")
    mu, sigma = float(mu), float(sigma)
    delta = (mu - m) / s
    rel = sigma / s
    const = np.log(w / s)

    def integrand(z):
        t = const - 0.5 * (delta + rel * z) ** 2
        top = t.max()
        return norm_pdf(z) * (-0.5 * z * z - np.log(sigma) - top - np.log(np.exp(t - top).sum()))

    def norm_pdf(z):
        return np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi)

    cuts = {-12.0, 12.0, 0.0, *range(-10, 11, 2)}
    for i in range(len(w)):
        for j in range(i):
            # const_i - (delta_i + rel_i z)^2/2 = const_j - (delta_j + rel_j z)^2/2
            roots = np.roots([rel[j] ** 2 - rel[i] ** 2, 2 * (delta[j] * rel[j] - delta[i] * rel[i]),
                              delta[j] ** 2 - delta[i] ** 2 + 2 * (const[i] - const[j])])
            cuts.update(float(r.real) for r in roots if abs(r.imag) < 1e-12 and abs(r.real) < 12)
    cuts = sorted(cuts)
    return float(sum(quad(integrand, a, b, epsabs=1e-12, epsrel=1e-11, limit=200)[0] for a, b in zip(cuts, cuts[1:])))


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = validate(weights, means, sigmas)
    c, u = fit_forward_kl(w, m, s)
    m, s = (m - c) / u, s / u
    z = np.linspace(-8, 8, 129)
    g = norm.pdf(z) * (z[1] - z[0])

    def kl(x):
        mu, ls = x                       # each of shape (S,) or ()
        mu, sd = np.atleast_1d(mu)[:, None], np.exp(np.atleast_1d(ls))[:, None]
        t = -np.inf
        for a, b, d in zip(w, m, s):
            t = np.logaddexp(t, np.log(a / d) - 0.5 * ((mu - b + sd * z) / d) ** 2)
        return (-0.5 * z * z - t) @ g - np.log(sd[:, 0])

    bounds = [(m.min() - 1e-3, m.max() + 1e-3), (np.log(s.min() / 2), np.log(2 * max(1, s.max())))]
    # the first population: a grid and the components themselves
    grid = [(a, b) for a in np.linspace(*bounds[0], 11) for b in np.linspace(*bounds[1], 7)]
    first = np.array(grid + list(zip(m, np.log(s))))
    res = differential_evolution(kl, bounds, seed=20, vectorized=True, updating="deferred", init=first, maxiter=60,
                                 tol=1e-9, polish=False)
    # a few Newton-free polishing steps: shrinking pattern search
    x, f, h = res.x, res.fun, 0.01
    moves = np.array([[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, -1], [1, -1], [-1, 1]]).T
    while h > 1e-6:
        trial = x[:, None] + h * moves * np.array([[np.exp(x[1])], [1.0]])
        values = kl(trial)
        if values.min() < f:
            f, x = values.min(), trial[:, values.argmin()]
        else:
            h /= 3
    return c + u * x[0], u * np.exp(x[1])


def plot_fits(weights, means, sigmas):
    w, m, s = validate(weights, means, sigmas)
    f, r = fit_forward_kl(w, m, s), fit_reverse_kl(w, m, s)
    x = np.linspace(norm.ppf(1e-6, m, s).min(), norm.ppf(1 - 1e-6, m, s).max(), 2222)
    plt.figure()
    plt.fill_between(x, norm.pdf(x[:, None], m, s) @ w, color="gold", alpha=0.5, label="target p")
    plt.plot(x, norm.pdf(x, *f), label="forward fit")
    plt.plot(x, norm.pdf(x, *r), label="reverse fit")
    plt.xlabel("x")
    plt.ylabel("density")
    plt.legend()
    return plt.gcf()


explanation = """Forward: inclusive, q must be > 0 wherever p is, so it takes over mean and variance. Reverse: exclusive, q must be ~ 0
wherever p is, so it picks one bump (or all, when the bumps are close, a/s < 2.8)."""
