# 张伟 Wei Zhang, ex3
import numpy as np


def _real(name, v):
    try:
        v = np.array(v)
    except ValueError:
        raise ValueError(f"{name} ragged")
    if not np.issubdtype(v.dtype, np.floating) and not np.issubdtype(v.dtype, np.integer):
        raise TypeError(f"{name} must be real")
    v = v.astype(np.float64)
    if v.size == 0 or not np.isfinite(v).all():
        raise ValueError(f"{name} empty or not finite")
    return v


def _q(t):
    """exp(t) - 1 - t"""
    s = np.abs(t) < 0.25
    u = np.where(s, t, 0.0)
    p = np.zeros_like(u)
    for k in range(17, 1, -1):
        p = (p * u + 1) / k
    with np.errstate(over="ignore"):
        return np.where(s, u * u * p, np.exp(t) - 1 - t)


def vae_kl(mu, log_var):
    mu, log_var = _real("mu", mu), _real("log_var", log_var)
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var have different shapes")
    with np.errstate(over="ignore"):
        return (_q(log_var) + mu * mu).sum(-1) / 2


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = _real("x", x), _real("logits", logits), _real("beta", beta)
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("x and logits have different shapes")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("x and mu have different batches")
    p = np.clip(logits, 1e-12, 1 - 1e-12)       # probability of a white pixel
    return (x * np.log(p) + (1 - x) * np.log(1 - p)).sum(-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (_real(n, a) for n, a in zip("xwsmv", (x, w, s, m, v)))
    if np.any(s <= 0):
        raise ValueError("s must be positive")
    if np.any(v <= 0):
        raise ValueError("v must be positive")
    try:
        shape = np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v do not broadcast")
    eps = np.random.default_rng(42).standard_normal((10000,) + shape)     # reparameterisation
    z = m + np.sqrt(v) * eps
    log_lik = -0.5 * np.log(2 * np.pi * s**2) - (x - w * z) ** 2 / (2 * s**2)
    return log_lik.mean(axis=0) - 0.5 * (v + m**2 - 1 - np.log(v))
