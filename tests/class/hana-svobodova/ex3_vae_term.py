"""Hana Svobodova, ex3.  Copies everything first (learned from exercise 2)."""
import numpy as np
from numpy.polynomial.hermite_e import hermegauss

NODES, WEIGHTS = hermegauss(3)            # exact for polynomials up to degree 5
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def own_copy(x, name):
    try:
        a = np.array(x, copy=True)
    except ValueError:
        raise ValueError(f"{name}: ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name}: not real")
    a = a.astype(np.float64)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name}: empty or not finite")
    return a


def log_normal(x, mean, sd):
    return -0.5 * ((x - mean) / sd) ** 2 - np.log(sd) - 0.5 * np.log(2 * np.pi)


def vae_kl(mu, log_var):
    mu, log_var = own_copy(mu, "mu"), own_copy(log_var, "log_var")
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu, log_var: equal shapes needed")
    # KL = cross entropy - entropy
    cross = 0.5 * (np.log(2 * np.pi) + np.exp(log_var) + mu**2).sum(axis=-1)
    entropy = 0.5 * (np.log(2 * np.pi) + 1 + log_var).sum(axis=-1)
    return cross - entropy


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = own_copy(x, "x"), own_copy(logits, "logits")
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("x, logits: equal shapes needed")
    beta = own_copy(beta, "beta")
    if beta.ndim > 0:
        raise ValueError("beta: one number needed")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu, x: equal batches needed")
    odds = np.exp(logits)
    return np.sum(x * logits - np.log1p(odds), axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (own_copy(a, n) for a, n in ((x, "x"), (w, "w"), (s, "s"), (m, "m"), (v, "v")))
    if (s <= 0).any():
        raise ValueError("s: must be positive")
    if (v <= 0).any():
        raise ValueError("v: must be positive")
    try:
        x, w, s, m, v = np.broadcast_arrays(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes")
    # the integrand is a quadratic polynomial of z, three nodes are exact
    elbo = np.zeros(x.shape)
    for node, weight in zip(NODES, WEIGHTS):
        z = m + np.sqrt(v) * node
        elbo += weight * (log_normal(x, w * z, s) + log_normal(z, 0.0, 1.0)
                          - log_normal(z, m, np.sqrt(v)))
    return elbo[()]
