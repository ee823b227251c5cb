"""ex5, H. Tanaka. Golden section, in mu and in log(sigma) by turns."""
import math

import matplotlib
import numpy as np

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

GOLD = (math.sqrt(5) - 1) / 2


def golden(f, lo, hi, tol):
    c, d = hi - GOLD * (hi - lo), lo + GOLD * (hi - lo)
    fc, fd = f(c), f(d)
    while hi - lo > tol:
        if fc < fd:
            hi, d, fd = d, c, fc
            c = hi - GOLD * (hi - lo)
            fc = f(c)
        else:
            lo, c, fc = c, d, fd
            d = lo + GOLD * (hi - lo)
            fd = f(d)
    return (lo + hi) / 2


def as_floats(x, name):
    x = np.asarray(x)
    if not np.issubdtype(x.dtype, np.number) or np.iscomplexobj(x):
        raise TypeError(f"{name}: real numbers wanted")
    x = x.astype(float)
    if not np.all(np.isfinite(x)):
        raise ValueError(f"{name}: finite numbers wanted")
    return x


class Mixture:
    def __init__(self, weights, means, sigmas):
        w, m, s = as_floats(weights, "weights"), as_floats(means, "means"), as_floats(sigmas, "sigmas")
        if w.ndim != 1 or not w.shape == m.shape == s.shape or w.size == 0:
            raise ValueError("weights, means, sigmas: three lists of one length")
        if w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
            raise ValueError("weights or sigmas: not allowed")
        self.w, self.m, self.s = (a[w > 0, None] for a in (w, m, s))
        self.lo, self.hi = (m - 5 * s).min(), (m + 5 * s).max()

    def moments(self):
        d = self.m - self.m[0]
        mean = (self.w * d).sum()
        return float(self.m[0, 0] + mean), math.sqrt((self.w * (self.s**2 + (d - mean) ** 2)).sum())

    def kl(self, mu, sigma, n=2001, end=12.0):
        z = np.linspace(-end, end, n)
        q = np.exp(-z * z / 2)
        e = np.log(self.w / self.s) - ((mu - self.m + sigma * z) / self.s) ** 2 / 2
        top = e.max(axis=0)
        log_p = top + np.log(np.exp(e - top).sum(axis=0))
        return float(np.sum(q * (-z * z / 2 - math.log(sigma) - log_p)) / np.sum(q))

    def pdf(self, x):
        return (self.w / self.s * np.exp(-(((x - self.m) / self.s) ** 2) / 2)).sum(axis=0) / math.sqrt(2 * math.pi)


def fit_forward_kl(weights, means, sigmas):
    return Mixture(weights, means, sigmas).moments()


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    mix = Mixture(weights, means, sigmas)
    mu, sigma = as_floats(mu, "mu"), as_floats(sigma, "sigma")
    if mu.ndim or sigma.ndim or sigma <= 0:
        raise ValueError("mu, sigma: numbers, sigma > 0")
    return mix.kl(float(mu), float(sigma), n=8001)


def fit_reverse_kl(weights, means, sigmas):
    mix = Mixture(weights, means, sigmas)
    zero, unit = mix.moments()
    mix.m, mix.s = (mix.m - zero) / unit, mix.s / unit
    starts = [(a, b) for a in np.linspace(mix.m.min(), mix.m.max(), 15) for b in (1.1, 0.7, 0.4)]
    starts += list(zip(mix.m[:, 0], mix.s[:, 0]))
    starts = sorted((mix.kl(a, b, 101, 7.0), a, b) for a, b in starts)
    best, used = (math.inf, 0, 1), []
    for value, a, b in starts:
        if len(used) == 4 or any(abs(a - c) < 0.6 * d for c, d in used):
            continue
        used.append((a, b))
        step = 0.5
        for _ in range(40):      # golden section along the axes, smaller and smaller brackets
            a0, b0 = a, b
            a = golden(lambda t: mix.kl(t, b, 141, 7.0), a - step * b, a + step * b, 0.02 * step * b)
            b = math.exp(golden(lambda t: mix.kl(a, math.exp(t), 141, 7.0), math.log(b) - step, math.log(b) + step, 0.02 * step))
            step = min(step, 3 * max(abs(a - a0) / b, abs(math.log(b / b0)), step / 5))
            if step < 2e-3:
                break
        best = min(best, (mix.kl(a, b, 401), a, b))
    return zero + unit * best[1], unit * best[2]


def plot_fits(weights, means, sigmas):
    mix = Mixture(weights, means, sigmas)
    x = np.linspace(mix.lo, mix.hi, 4000)
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.plot(x, mix.pdf(x), label="p(x)", color="black")
    for f, style in ((fit_forward_kl, "b--"), (fit_reverse_kl, "r-.")):
        mu, sigma = f(weights, means, sigmas)
        ax.plot(x, Mixture([1], [mu], [sigma]).pdf(x), style, label=f"{f.__name__}: N({mu:.3g}, {sigma:.3g}^2)")
    ax.set_xlabel("x")
    ax.set_ylabel("probability density")
    ax.grid(True)
    ax.legend()
    return fig


explanation = """=E_p[log p - log q] is forward, =E_q[log q - log p] is reverse.
Forward: q has to explain every sample that p produces, "mass covering".
Reverse: every sample that q produces has to look plausible under p, "mode seeking" (if the modes are well separated)."""
