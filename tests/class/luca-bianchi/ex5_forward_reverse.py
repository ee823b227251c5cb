# esercizio 5, Luca Bianchi
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize


def fit_forward_kl(weights, means, sigmas):
    weights, means, sigmas = np.array(weights), np.array(means), np.array(sigmas)
    weights = weights / weights.sum()
    mu = weights @ means
    sigma = np.sqrt(weights @ (sigmas**2 + (means - mu) ** 2))
    print("forward:", mu, sigma)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    # integrale con la regola dei trapezi
    x = np.linspace(mu - 8 * sigma, mu + 8 * sigma, 2001)
    q = np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))
    p = sum(w * np.exp(-0.5 * ((x - m) / s) ** 2) / (s * np.sqrt(2 * np.pi)) for w, m, s in zip(weights, means, sigmas))
    kl = np.sum(p * np.log(q / p)) * (x[1] - x[0])
    print("KL =", kl)
    return kl


def fit_reverse_kl(weights, means, sigmas):
    r = minimize(lambda v: abs(kl_gauss_to_mixture(v[0], abs(v[1]) + 1e-3, weights, means, sigmas)), [means[0], sigmas[0]],
                 method="Nelder-Mead", options={"maxiter": 20})
    print("reverse:", r.x)


def plot_fits(weights, means, sigmas):
    x = np.linspace(-6, 6, 200)
    p = sum(w * np.exp(-0.5 * ((x - m) / s) ** 2) / (s * np.sqrt(2 * np.pi)) for w, m, s in zip(weights, means, sigmas))
    plt.plot(x, p)
    plt.title("p")
    return plt


explanation = """Forward: q copre p, "inclusiva".
Reverse: q sceglie una moda, "esclusiva".
=> dipende da dove si fa la media"""
