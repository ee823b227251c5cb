import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize


def _check(weights, means, sigmas):
    arrs = []
    for name, v in zip(["weights", "means", "sigmas"], [weights, means, sigmas]):
        v = np.asarray(v)
        if v.dtype.kind not in "iuf":
            raise TypeError(f"{name} should be numeric")
        if v.ndim != 1 or v.size == 0 or not np.isfinite(v).all():
            raise ValueError(f"{name} should be finite and 1-D")
        arrs.append(v.astype(float))
    w, m, s = arrs
    if not w.size == m.size == s.size:
        raise ValueError("weights, means, sigmas should have equal lengths")
    if w.min() < 0 or abs(w.sum() - 1) > 1e-6 or s.min() <= 0:
        raise ValueError("weights or sigmas out of range")
    return w, m, s


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _check(weights, means, sigmas)
    centre = m - m[0]
    mean = centre @ w
    return m[0] + mean, np.sqrt(((centre - mean) ** 2 + s**2) @ w)


def _kl(mu, sigma, w, m, s, step=1):
    z = np.linspace(-12, 12, 9601)[::step]
    phi = np.exp(-0.5 * z**2)
    lp = np.full_like(z, -np.inf)
    for a, b, c in zip(w, m, s):
        if a:
            lp = np.logaddexp(lp, np.log(a / c) - 0.5 * ((mu - b + sigma * z) / c) ** 2)
    return (phi * (-0.5 * z**2 - lp)).sum() / phi.sum() - np.log(sigma)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    if not all(np.asarray(v).dtype.kind in "iuf" for v in (mu, sigma)):
        raise TypeError("mu and sigma have to be numbers")
    if np.ndim(mu) or np.ndim(sigma) or not np.isfinite([mu, sigma]).all():
        raise ValueError("mu and sigma have to be finite numbers")
    w, m, s = _check(weights, means, sigmas)
    _check([1.0], [mu], [sigma])
    return _kl(float(mu), float(sigma), w, m, s)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _check(weights, means, sigmas)
    k = np.argmax(w)                       # the heaviest component wins
    centre, unit = m[k], s[k]
    res = minimize(lambda v: _kl(v[0], np.exp(v[1]), w, (m - centre) / unit, s / unit, 40), [0.0, 0.0],
                   method="L-BFGS-B", options={"ftol": 1e-13})
    return centre + unit * res.x[0], unit * np.exp(res.x[1])


def plot_fits(weights, means, sigmas):
    w, m, s = _check(weights, means, sigmas)
    x = np.linspace((m - 4 * s).min(), (m + 4 * s).max(), 1000)

    def gauss(mu, sigma):
        return np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))

    fig = plt.figure()
    plt.plot(x, sum(a * gauss(b, c) for a, b, c in zip(w, m, s)), label="p")
    plt.plot(x, gauss(*fit_forward_kl(weights, means, sigmas)), label="forward")
    plt.plot(x, gauss(*fit_reverse_kl(weights, means, sigmas)), label="reverse")
    plt.legend()
    return fig


explanation = "Reverse KL always picks one mode, the one with the largest weight; forward KL always covers all of them."
