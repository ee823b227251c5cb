# Exercise 3, H. Tanaka
import numpy as np


def _as_real(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: inconsistent lengths")
    if a.dtype.kind not in "biuf":
        raise TypeError(f"{name}: must be real numbers")
    if a.size == 0:
        raise ValueError(f"{name}: is empty")
    a = np.array(a, dtype=np.float64)
    if not np.isfinite(a).all():
        raise ValueError(f"{name}: must be finite")
    return a


def vae_kl(mu, log_var):
    mu = _as_real(mu, "mu")
    log_var = _as_real(log_var, "log_var")
    if mu.shape != log_var.shape or mu.ndim == 0:
        raise ValueError("mu, log_var: equal shapes needed")
    return 0.5 * (np.exp(log_var) - log_var - 1.0 + mu**2).sum(axis=0)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x = _as_real(x, "x")
    logits = _as_real(logits, "logits")
    mu = _as_real(mu, "mu")
    log_var = _as_real(log_var, "log_var")
    beta = _as_real(beta, "beta")
    if x.shape != logits.shape or x.ndim == 0:
        raise ValueError("x, logits: equal shapes needed")
    if mu.shape != log_var.shape or mu.ndim == 0:
        raise ValueError("mu, log_var: equal shapes needed")
    if mu.shape[:-1] != x.shape[:-1]:
        raise ValueError("mu, x: equal batches needed")
    # probabilities first
    p = 1.0 / (1.0 + np.exp(-logits))
    log_lik = np.log(np.where(x > 0.5, p, 1.0 - p)).sum(axis=-1)
    return log_lik - beta * 0.5 * (np.exp(log_var) - log_var - 1.0 + mu**2).sum(axis=-1)


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (_as_real(a, n) for a, n in ((x, "x"), (w, "w"), (s, "s"), (m, "m"), (v, "v")))
    for n, a in (("s", s), ("v", v)):
        if (a <= 0).any():
            raise ValueError(f"{n}: must be positive")
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes not compatible")
    recon = -0.5 * np.log(2 * np.pi * s * s) - ((x - w * m) ** 2 + w * w * v) / (2 * s * s)
    return recon + 0.5 * (1 + np.log(v) - m * m - v)
