# Rosa Delgado
import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm


def prueba(weights, means, sigmas):
    w, m, s = [np.array(v, dtype=float) for v in (weights, means, sigmas)]
    assert w.ndim == m.ndim == s.ndim == 1, "weights, means, sigmas must be vectors"
    assert len(w) == len(m) == len(s) > 0, "weights, means, sigmas must have the same length"
    assert np.all(w >= 0) and abs(w.sum() - 1) < 1e-6, "weights must be a distribution"
    assert np.all(s > 0), "sigmas must be positive"
    assert np.all(np.isfinite(m)), "means must be finite"
    return w, m, s


def fit_forward_kl(weights, means, sigmas):
    w, m, s = prueba(weights, means, sigmas)
    c = m[0]
    mu = w @ (m - c)
    return c + mu, np.sqrt(w @ (s**2 + (m - c - mu) ** 2))


def kl_normal(mu1, s1, mu2, s2):
    return np.log(s2 / s1) + (s1**2 + (mu1 - mu2) ** 2) / (2 * s2**2) - 0.5


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    # the KL to a mixture is the mixture of the KLs
    w, m, s = prueba(weights, means, sigmas)
    assert sigma > 0, "sigma must be positive"
    return float(w @ kl_normal(mu, sigma, m, s))


def fit_reverse_kl(weights, means, sigmas):
    # sum_k w_k KL(q||p_k) is minimal at the precision-weighted mean
    w, m, s = prueba(weights, means, sigmas)
    precision = w @ (1 / s**2)
    return w @ (m / s**2) / precision, precision**-0.5


def plot_fits(weights, means, sigmas):
    w, m, s = prueba(weights, means, sigmas)
    x = np.linspace(norm.ppf(1e-4, m, s).min(), norm.ppf(1 - 1e-4, m, s).max(), 1000)
    fig, ax = plt.subplots()
    ax.plot(x, norm.pdf(x[:, None], m, s) @ w, label="p")
    ax.plot(x, norm.pdf(x, *fit_forward_kl(w, m, s)), label="forward")
    ax.plot(x, norm.pdf(x, *fit_reverse_kl(w, m, s)), label="reverse")
    ax.set_title("fits")
    ax.legend()
    return fig


explanation = """Both are averages, of the mean (forward) and of the precision (reverse), weighted with w, so reverse is narrower."""
