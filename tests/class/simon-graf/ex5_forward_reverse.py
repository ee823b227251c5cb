"""Simon Graf, 5. Serie."""
import matplotlib.pyplot as plt
import numpy as np


def _pruefe(weights, means, sigmas):
    w, m, s = np.asarray(weights), np.asarray(means), np.asarray(sigmas)
    for name, a in dict(weights=w, means=m, sigmas=s).items():
        if a.dtype.kind not in "iuf":
            raise TypeError(name + ": Zahlen")
        if a.ndim != 1 or a.size == 0 or not np.isfinite(a).all():
            raise ValueError(name + ": Werte")
    if not w.size == m.size == s.size or w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights, means, sigmas: passen nicht")
    return w.astype(float), m.astype(float), s.astype(float)


def _dichte(x, w, m, s):
    return (w / s * np.exp(-0.5 * ((x[:, None] - m) / s) ** 2)).sum(1) / np.sqrt(2 * np.pi)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _pruefe(weights, means, sigmas)
    a = m - m.mean()
    mu = (w * a).sum()
    return m.mean() + mu, np.sqrt((w * s**2).sum() + (w * (a - mu) ** 2).sum())


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    if not all(np.asarray(v).dtype.kind in "iuf" for v in (mu, sigma)):
        raise TypeError("mu and sigma have to be numbers")
    if np.ndim(mu) or np.ndim(sigma) or not np.isfinite([mu, sigma]).all():
        raise ValueError("mu and sigma have to be finite numbers")
    w, m, s = _pruefe(weights, means, sigmas)
    _pruefe([1], [mu], [sigma])
    w, m, s = w[w > 0], m[w > 0], s[w > 0]
    z = np.linspace(-12, 12, 8001)
    t = np.log(w / s) - 0.5 * (((mu - m) + sigma * z[:, None]) / s) ** 2
    lp = np.logaddexp.reduce(t, axis=1)
    g = np.exp(-0.5 * z * z) / np.exp(-0.5 * z * z).sum()
    return g @ (-0.5 * z * z - lp) - np.log(sigma)


def fit_reverse_kl(weights, means, sigmas):
    # Laplace: Parabel an log p im hoechsten Gipfel
    w, m, s = _pruefe(weights, means, sigmas)
    x = np.linspace((m - 3 * s).min(), (m + 3 * s).max(), 20001)
    x0 = x[_dichte(x, w, m, s).argmax()]
    h = 1e-3 * s.min()
    a, b, c = np.log(_dichte(x0 + h * np.array([-1.0, 0.0, 1.0]), w, m, s))
    return x0, np.sqrt(-(h**2) / (a - 2 * b + c))


def plot_fits(weights, means, sigmas):
    w, m, s = _pruefe(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)
    eins = np.ones(1)
    fig, ax = plt.subplots()
    ax.plot(x, _dichte(x, w, m, s), label="p")
    for f in (fit_forward_kl, fit_reverse_kl):
        mu, sigma = f(weights, means, sigmas)
        ax.plot(x, _dichte(x, eins, mu * eins, sigma * eins), label=f.__name__)
    ax.set_xlabel("x")
    ax.set_ylabel("Dichte")
    ax.legend()
    return ax


explanation = """Vorwärts: Momente. Rückwärts: "Laplace", also Gipfel und Krümmung."""
