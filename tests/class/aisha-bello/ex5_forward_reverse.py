import numpy as np
import matplotlib.pyplot as plt

# Aisha Bello, ex 5


def _check(weights, means, sigmas):
    res = []
    for n, v in [("weights", weights), ("means", means), ("sigmas", sigmas)]:
        v = np.asarray(v)
        if v.dtype.kind not in "fiu":
            raise TypeError(n + ": numbers, please")
        if v.ndim != 1 or v.size == 0 or not np.all(np.isfinite(v)):
            raise ValueError(n + ": finite vector, please")
        res.append(v.astype(float))
    w, m, s = res
    if w.size != m.size or w.size != s.size:
        raise ValueError("weights, means, sigmas: same length, please")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6:
        raise ValueError("weights: a distribution, please")
    if s.min() <= 0:
        raise ValueError("sigmas: positive, please")
    return w, m, s


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _check(weights, means, sigmas)
    return np.sum(w * m), np.sum(w * s)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for n, v in ("mu", np.asarray(mu)), ("sigma", np.asarray(sigma)):
        if v.dtype.kind not in "fiu":
            raise TypeError(n + ": a number, please")
        if v.ndim > 0 or not np.isfinite(v):
            raise ValueError(n + ": one finite number, please")
    w, m, s = _check(weights, means, sigmas)
    _check([1.0], [mu], [sigma])
    w, m, s = w[w > 0], m[w > 0], s[w > 0]
    z = np.linspace(-13, 13, 8001)[:, None]
    logs = np.log(w / s) - ((mu - m + sigma * z) / s) ** 2 / 2
    logp = np.logaddexp.reduce(logs, axis=1)
    z = z[:, 0]
    return np.sum(np.exp(-z**2 / 2) * (-z**2 / 2 - np.log(sigma) - logp)) / np.sum(np.exp(-z**2 / 2))


def fit_reverse_kl(weights, means, sigmas):
    # q sits on one component: try them all
    w, m, s = _check(weights, means, sigmas)
    kls = [kl_gauss_to_mixture(a, b, w, m, s) for a, b in zip(m, s)]
    i = int(np.argmin(kls))
    return m[i], s[i]


def plot_fits(weights, means, sigmas):
    w, m, s = _check(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)
    g = lambda a, b: np.exp(-((x - a) / b) ** 2 / 2) / b / np.sqrt(2 * np.pi)
    fig, ax = plt.subplots()
    ax.plot(x, sum(c * g(a, b) for c, a, b in zip(w, m, s)), label="p")
    ax.plot(x, g(*fit_forward_kl(weights, means, sigmas)), label="forward")
    ax.plot(x, g(*fit_reverse_kl(weights, means, sigmas)), label="reverse")
    ax.set_xlabel("x")
    ax.set_ylabel("density")
    ax.legend()
    return fig


explanation = "KL(p||q) is mass covering, KL(q||p) is mode-seeking."
