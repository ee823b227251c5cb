import numpy as np


def to_np(x, name):
    # np.float64(...) of anything
    a = np.asarray(x, dtype=float)
    if np.isnan(a).any():
        raise ValueError(f"{name} has nan")
    return a


def vae_kl(mu, log_var):
    mu, log_var = to_np(mu, "mu"), to_np(log_var, "log_var")
    if mu.shape != log_var.shape:
        raise ValueError("mu and log_var differ")
    std = np.exp(0.5 * log_var)
    # forgot nothing: std^2 + mu^2 - 1 - log std^2
    return 0.5 * np.sum(std**2 + mu**2 - 1 - np.log(std), axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = to_np(x, "x"), to_np(logits, "logits")
    return np.sum(x * logits - np.logaddexp(0, logits), axis=-1) - beta * vae_kl(mu, log_var)


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = to_np(x, "x"), to_np(w, "w"), to_np(s, "s"), to_np(m, "m"), to_np(v, "v")
    if np.any(s <= 0):
        raise ValueError("s must be > 0")
    if np.any(v < 0):
        raise ValueError("v must be >= 0")
    recon = -0.5 * np.log(2 * np.pi * s**2) - ((x - w * m) ** 2 + w**2 * v) / (2 * s**2)
    return recon - 0.5 * (v + m**2 - 1 - np.log(v))
