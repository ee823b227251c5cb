import numpy as np


def arr(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(name + " is not a rectangular array")
    if a.dtype.kind not in ("i", "u", "f", "b"):
        raise TypeError(name + " must be numeric")
    a = a.astype(np.float64)
    if a.size == 0:
        raise ValueError(name + " must not be empty")
    if np.isnan(a).any() or np.isinf(a).any():
        raise ValueError(name + " must be finite")
    return a


def vae_kl(mu, log_var):
    mu, log_sigma = arr(mu, "mu"), arr(log_var, "log_var")
    if mu.shape != log_sigma.shape or mu.ndim == 0:
        raise ValueError("mu and log_var must have equal shapes")
    # KL = log(1/sigma) + (sigma^2 + mu^2)/2 - 1/2
    sigma = np.exp(log_sigma)
    return np.sum(-log_sigma + (sigma**2 + mu**2) / 2 - 0.5, axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = arr(x, "x"), arr(logits, "logits")
    if x.shape != logits.shape or x.ndim == 0:
        raise ValueError("x and logits must have equal shapes")
    beta = arr(beta, "beta")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu must have as many rows as x")
    return np.sum(x * logits - np.logaddexp(0, logits), axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = arr(x, "x"), arr(w, "w"), arr(s, "s"), arr(m, "m"), arr(v, "v")
    if np.any(s <= 0):
        raise ValueError("s must be positive")
    if np.any(v <= 0):
        raise ValueError("v must be positive")
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v must broadcast")
    recon = -0.5 * np.log(2 * np.pi * s) - ((x - w * m) ** 2 + w**2 * v) / (2 * s)
    return recon - 0.5 * (v + m**2 - 1 - np.log(v))
