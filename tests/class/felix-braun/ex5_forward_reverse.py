# Übung 5, Felix Braun -- kurz und knapp
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize


def mix(*lists):
    a = [np.asarray(x) for x in lists]
    if any(x.dtype.kind not in "iuf" for x in a):
        raise TypeError("weights, means, sigmas: real numbers")
    w, m, s = a = [x.astype(float) for x in a]
    if w.ndim != 1 or not w.shape == m.shape == s.shape or not all(np.isfinite(x).all() for x in a):
        raise ValueError("weights, means, sigmas: three finite lists of one length")
    if w.size == 0 or w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights or sigmas: bad values")
    return [x[w > 0] for x in a]


def kl(mu, sd, w, m, s, n, end):
    z = np.linspace(-end, end, n)
    g = np.exp(-z * z / 2)
    d = ((mu - m) + np.multiply.outer(z, sd * np.ones(1))) / s
    return g @ (-z * z / 2 - np.logaddexp.reduce(np.log(w / s) - d * d / 2, axis=1)) / g.sum() - np.log(sd)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    if not all(np.asarray(v).dtype.kind in "iuf" for v in (mu, sigma)):
        raise TypeError("mu and sigma have to be numbers")
    if np.ndim(mu) or np.ndim(sigma) or not np.isfinite([mu, sigma]).all():
        raise ValueError("mu and sigma have to be finite numbers")
    mix([1], [mu], [sigma])
    return float(kl(float(mu), float(sigma), *mix(weights, means, sigmas), 8001, 12))


def fit_forward_kl(weights, means, sigmas):
    w, m, s = mix(weights, means, sigmas)
    d = w @ (m - m[0])
    return m[0] + d, (w @ (s**2 + (m - m[0] - d) ** 2)) ** 0.5


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = mix(weights, means, sigmas)
    c, u = fit_forward_kl(w, m, s)
    m, s = (m - c) / u, s / u
    starts = [(a, np.log(b)) for a in (*m, *np.linspace(m.min(), m.max(), 9)) for b in (*s, 1, 0.6)]
    f = lambda v, n=161: kl(v[0], np.exp(v[1]), w, m, s, n, 7)  # noqa: E731
    starts.sort(key=lambda v: f(v, 41))
    near = lambda v, k: abs(v[0] - k[0]) < 0.3 * np.exp(v[1])  # noqa: E731
    kept = []
    for v in starts:
        if len(kept) < 4 and not any(near(v, k) for k in kept):
            kept.append(v)
    best = min((minimize(f, v, method="L-BFGS-B", options={"ftol": 1e-13}) for v in kept), key=lambda r: r.fun).x
    return c + u * best[0], u * np.exp(best[1])


def plot_fits(weights, means, sigmas):
    w, m, s = mix(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)[:, None]
    N = lambda a, b: np.exp(-0.5 * ((x - a) / b) ** 2) / b / (2 * np.pi) ** 0.5  # noqa: E731
    fig, ax = plt.subplots()
    ax.plot(x, N(m, s) @ w, x, N(*fit_forward_kl(w, m, s)), x, N(*fit_reverse_kl(w, m, s)))
    ax.legend(["p", "forward", "reverse"])
    ax.set(xlabel="x", ylabel="density")
    return fig


explanation = "Forward: q breit. Reverse: q schmal (ausser die Berge liegen nah beieinander). Grund: worueber gemittelt wird."
