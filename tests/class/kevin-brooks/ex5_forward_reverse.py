# Kevin B. ex5
import numpy as np
import matplotlib.pyplot as plt
from scipy.optimize import minimize


def fit_forward_kl(weights, means, sigmas):
    w, m, s = map(np.array, (weights, means, sigmas))
    mu = m[0] + w @ (m - m[0])
    return mu, np.sqrt(w @ (s**2 + (m - mu) ** 2))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas, n=8001):
    w, m, s = map(np.array, (weights, means, sigmas))
    z = np.linspace(-12, 12, n)
    g = np.exp(-z * z / 2)
    w, m, s = w[w > 0], m[w > 0], s[w > 0]
    t = np.log(w / s) - ((mu - m) + sigma * z[:, None]) ** 2 / (2 * s**2)
    top = t.max(1)
    return g @ (-z * z / 2 - top - np.log(np.exp(t - top[:, None]).sum(1))) / g.sum() - np.log(sigma)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = map(np.array, (weights, means, sigmas))
    c, u = fit_forward_kl(w, m, s)
    m, s = (m - c) / u, s / u
    f = lambda v: kl_gauss_to_mixture(v[0], np.exp(v[1]), w, m, s, 241)
    starts = [(a, b) for a in np.append(m, np.linspace(m.min(), m.max(), 11)) for b in (0, -0.4, -0.9)] + list(zip(m, np.log(s)))
    starts.sort(key=f)
    seen = []
    for v in starts:
        if all(abs(v[0] - k[0]) > 0.3 for k in seen):
            seen.append(v)
    v = min((minimize(f, k, method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-9}) for k in seen[:3]), key=lambda r: r.fun).x
    return c + u * v[0], u * np.exp(v[1])


def plot_fits(weights, means, sigmas):
    x = np.linspace(min(means) - 4 * max(sigmas), max(means) + 4 * max(sigmas), 500)
    g = lambda m, s: np.exp(-((x - m) / s) ** 2 / 2) / s / np.sqrt(2 * np.pi)
    plt.plot(x, sum(w * g(m, s) for w, m, s in zip(weights, means, sigmas)), label="p")
    plt.plot(x, g(*fit_forward_kl(weights, means, sigmas)), label="forward")
    plt.plot(x, g(*fit_reverse_kl(weights, means, sigmas)), label="reverse")
    plt.xlabel("x")
    plt.ylabel("density")
    plt.legend()
    plt.show()


explanation = """idk, forward is wide and reverse is narrow, because the expectation is over a different thing, p or q"""
