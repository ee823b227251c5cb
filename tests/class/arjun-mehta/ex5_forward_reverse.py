"""Arjun Mehta: the formulas as they stand in the notes."""
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize


def check(weights, means, sigmas):
    arrays = []
    for name, value in zip(("weights", "means", "sigmas"), (weights, means, sigmas)):
        array = np.asarray(value)
        match array.dtype.kind:
            case "i" | "u" | "f":
                arrays.append(array.astype(float))
            case kind:
                raise TypeError(f"{name}: dtype kind {kind!r} is not real")
    w, m, s = arrays
    match w.shape, m.shape, s.shape:
        case ((a,), (b,), (c,)) if a == b == c and a > 0:
            pass
        case shapes:
            raise ValueError(f"weights, means, sigmas: shapes {shapes}")
    if not all(np.isfinite(a).all() for a in arrays):
        raise ValueError("weights, means, sigmas: not finite")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6:
        raise ValueError("weights: not a distribution")
    if s.min() <= 0:
        raise ValueError("sigmas: not positive")
    return w, m, s


def gauss(x, mu, sigma):
    return np.exp(-((x - mu) ** 2) / (2 * sigma**2)) / (sigma * np.sqrt(2 * np.pi))


def density(x, w, m, s):
    return sum(a * gauss(x, b, c) for a, b, c in zip(w, m, s))


def fit_forward_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    mu = w @ m
    return mu, np.sqrt(w @ (s**2 + m**2) - mu**2)


def integral(mu, sigma, w, m, s, n):
    x = np.linspace(mu - 8.5 * sigma, mu + 8.5 * sigma, n)
    q, p = gauss(x, mu, sigma), density(x, w, m, s)
    return np.sum(q * (np.log(q) - np.log(np.maximum(p, 1e-300)))) * (x[1] - x[0])


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for name, value in (("mu", mu), ("sigma", sigma)):
        if np.asarray(value).dtype.kind not in "iuf":
            raise TypeError(f"{name} is not a real number")
        if np.ndim(value) or not np.isfinite(value):
            raise ValueError(f"{name} is not a finite number")
    check([1], [mu], [sigma])
    return integral(mu, sigma, *check(weights, means, sigmas), 6001)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    mu, sigma = fit_forward_kl(w, m, s)

    def f(v):
        return integral(v[0] * sigma, np.exp(v[1]), w, m, s, 241)

    grid = [(a / sigma, np.log(b)) for a in np.linspace(m.min(), m.max(), 13) for b in (sigma, 0.7 * sigma, 0.4 * sigma)]
    grid += [(a / sigma, np.log(b)) for a, b in zip(m, s)]
    grid.sort(key=f)
    starts = []
    for v in grid:
        if len(starts) < 4 and all(abs(v[0] - k[0]) > 0.35 for k in starts):
            starts.append(v)
    box = [(m.min() / sigma - 0.1, m.max() / sigma + 0.1), (np.log(s.min()) - 0.5, np.log(max(sigma, s.max())) + 0.5)]
    best = min((minimize(f, v, method="L-BFGS-B", bounds=box, options={"ftol": 1e-13}) for v in starts), key=lambda r: r.fun)
    return best.x[0] * sigma, np.exp(best.x[1])


def plot_fits(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)
    fig = plt.figure()
    ax = fig.add_axes((0.12, 0.12, 0.8, 0.8))
    ax.plot(x, density(x, w, m, s), label="p")
    ax.plot(x, gauss(x, *fit_forward_kl(weights, means, sigmas)), label="forward")
    ax.plot(x, gauss(x, *fit_reverse_kl(weights, means, sigmas)), label="reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("density")
    fig.legend()
    return fig


explanation = """KL(p||q) = ∫ p log(p/q): infinite price for q = 0 where p > 0 -> inclusive.
KL(q||p) = ∫ q log(q/p): infinite price for p = 0 where q > 0 -> exclusive.
"Exclusive" does not mean "one mode": p = 0.5 N(-1,1) + 0.5 N(1,1) gets one wide q in both directions."""
