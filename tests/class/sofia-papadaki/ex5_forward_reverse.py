"""Άσκηση 5, Sofia Papadaki: brute force, then Nelder-Mead."""
import matplotlib.pyplot as plt
import numpy as np
from scipy import optimize
from scipy.special import logsumexp

LOG_ROOT = 0.5 * np.log(2 * np.pi)


class GaussianMixture:
    def __init__(self, weights, means, sigmas):
        parts = []
        for name, x in [("weights", weights), ("means", means), ("sigmas", sigmas)]:
            x = np.asarray(x)
            if x.dtype.kind not in "fiu":
                raise TypeError(f"{name}: not made of real numbers")
            if x.ndim != 1 or x.size == 0 or not np.all(np.isfinite(x)):
                raise ValueError(f"{name}: needs to be a finite vector")
            parts.append(np.array(x, dtype=float))
        self.w, self.m, self.s = parts
        if self.w.shape != self.m.shape or self.w.shape != self.s.shape:
            raise ValueError("weights, means and sigmas need equal lengths")
        if np.any(self.w < 0) or abs(np.sum(self.w) - 1) > 1e-6:
            raise ValueError("weights need to be a distribution")
        if np.any(self.s <= 0):
            raise ValueError("sigmas need to be positive")

    def standard(self):
        """The same mixture with mean 0 and variance 1, the mean and the standard deviation."""
        base = self.m[self.w.argmax()]
        mean = self.w @ (self.m - base)
        sd = np.sqrt(self.w @ (self.s**2 + (self.m - base - mean) ** 2))
        other = GaussianMixture(self.w, (self.m - base - mean) / sd, self.s / sd)
        return other, base + mean, sd

    def logpdf(self, x, origin=0.0):
        t = ((origin - self.m) + x[..., None]) / self.s
        return logsumexp(-0.5 * t * t - np.log(self.s), b=self.w, axis=-1) - LOG_ROOT

    def reverse_kl(self, mu, sigma, n, end=12.0):
        z = np.linspace(-end, end, n)
        log_phi = -0.5 * z * z - LOG_ROOT
        f = np.exp(log_phi) * (log_phi - np.log(sigma) - self.logpdf(sigma * z, mu))
        return np.trapezoid(f, z) if hasattr(np, "trapezoid") else np.trapz(f, z)


def fit_forward_kl(weights, means, sigmas):
    _, mean, sd = GaussianMixture(weights, means, sigmas).standard()
    return float(mean), float(sd)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for name, value in (("mu", mu), ("sigma", sigma)):
        if np.asarray(value).dtype.kind not in "iuf":
            raise TypeError(f"{name} is not a real number")
        if np.ndim(value) or not np.isfinite(value):
            raise ValueError(f"{name} is not a finite number")
    p = GaussianMixture(weights, means, sigmas)
    GaussianMixture([1.0], [mu], [sigma])       # checks the two numbers
    return float(p.reverse_kl(float(mu), float(sigma), 8001))


def fit_reverse_kl(weights, means, sigmas):
    p, mean, sd = GaussianMixture(weights, means, sigmas).standard()
    p = GaussianMixture(p.w[p.w > 0] / p.w.sum(), p.m[p.w > 0], p.s[p.w > 0])

    def f(v, n=241):
        return p.reverse_kl(v[0], np.exp(v[1]), n, 8.0)

    low = np.log(p.s.min()) - 0.2
    high = np.log(max(1.0, p.s.max())) + 0.2
    step = max((high - low) / 9, 1e-3)
    width = max(np.ptp(p.m), 0.01)
    _, _, grid, values = optimize.brute(
        f, (slice(p.m.min(), p.m.max() + width / 40, width / 20), slice(low, high + step / 2, step)),
        args=(41,), full_output=True, finish=None)
    seeds = [(v, grid[0].flat[i], grid[1].flat[i]) for i, v in enumerate(values.flat)]
    seeds += [(f([a, np.log(b)], 41), a, np.log(b)) for a, b in zip(p.m, p.s)]
    seeds.sort()
    best, tried = None, []
    for _, a, b in seeds:
        if any(abs(a - c) < 0.7 * np.exp(b) for c in tried):
            continue
        tried.append(a)
        v, value, *_ = optimize.fmin(f, [a, b], xtol=1e-4, ftol=1e-9, disp=False, full_output=True,
                                     initial_simplex=[[a, b], [a + 0.1 * np.exp(b), b], [a, b - 0.1]])
        if best is None or value < best[0]:
            best = (value, *v)
        if len(tried) == 3:
            break
    return float(mean + sd * best[1]), float(sd * np.exp(best[2]))


def plot_fits(weights, means, sigmas):
    p = GaussianMixture(weights, means, sigmas)
    x = np.linspace((p.m - 4.2 * p.s).min(), (p.m + 4.2 * p.s).max(), 1700)
    figure, axes = plt.subplots(layout="constrained")
    axes.plot(x, np.exp(p.logpdf(x)), linewidth=3, alpha=0.5, label="μείγμα p")
    for label, (mu, sigma) in {"KL(p||q)": fit_forward_kl(weights, means, sigmas),
                               "KL(q||p)": fit_reverse_kl(weights, means, sigmas)}.items():
        q = GaussianMixture([1], [mu], [sigma])
        axes.plot(x, np.exp(q.logpdf(x)), label=label)
    axes.set_xlabel("x")
    axes.set_ylabel("πυκνότητα")
    axes.legend()
    return figure


explanation = """Ευθεία (forward) KL: mean over p, q covers all modes, because log(p/q) → ∞ where q → 0 and p does not.
Αντίστροφη (reverse) KL: mean over q, q stays where p is large; with two distant modes it takes one of them."""
