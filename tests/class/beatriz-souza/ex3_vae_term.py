"""Beatriz Souza, lista 3"""
import numpy as np


def prepare(name, x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: not an array")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name}: should be real numbers")
    if x.size == 0:
        raise ValueError(f"{name}: empty")
    x = x.astype(np.float64)
    if not np.isfinite(x).all():
        raise ValueError(f"{name}: NaN or inf inside")
    return x


def vae_kl(mu, log_var):
    mu, log_var = prepare("mu", mu), prepare("log_var", log_var)
    if mu.shape != log_var.shape or mu.ndim == 0:
        raise ValueError("mu, log_var: shapes")
    return 0.5 * np.sum(np.exp(log_var) + np.abs(mu) - 1 - log_var, axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = prepare("x", x), prepare("logits", logits)
    beta = prepare("beta", beta)
    if x.shape != logits.shape or x.ndim == 0:
        raise ValueError("x, logits: shapes")
    mu, log_var = prepare("mu", mu), prepare("log_var", log_var)
    if mu.shape != log_var.shape or mu.shape[:-1] != x.shape[:-1]:
        raise ValueError("mu, log_var: shapes")
    rec = np.sum(x * logits - np.logaddexp(0, logits), axis=-1)
    # beta was already used in the training loop, do not multiply twice
    return rec - 0.5 * np.sum(np.exp(log_var) + mu**2 - 1 - log_var, axis=-1)


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (prepare(n, a) for n, a in zip("xwsmv", (x, w, s, m, v)))
    if (s <= 0).any():
        raise ValueError("s: must be positive")
    if (v <= 0).any():
        raise ValueError("v: must be positive")
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes")
    rec = -0.5 * np.log(2 * np.pi * s**2) - ((x - w * m) ** 2 + w * v) / (2 * s**2)
    return rec - 0.5 * (v + m**2 - 1 - np.log(v))
