# Kavya Nair
import numpy as np


def _np(x, label):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{label} has rows of unequal length") from None
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{label} should hold real numbers")
    x = x.astype(float)
    if x.size == 0 or not np.isfinite(x).all():
        raise ValueError(f"{label} should be finite and not empty")
    return x


def vae_kl(mu, log_var):
    """KL of every latent variable"""
    mu, log_var = _np(mu, "mu"), _np(log_var, "log_var")
    if mu.shape != log_var.shape:
        raise ValueError("mu and log_var should have the same shape")
    return 0.5 * (np.expm1(log_var) - log_var + mu * mu)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = _np(x, "x"), _np(logits, "logits"), _np(beta, "beta")
    if x.shape != logits.shape:
        raise ValueError("x and logits should have the same shape")
    kl = vae_kl(mu, log_var)
    if kl.shape[:-1] != x.shape[:-1]:
        raise ValueError("mu and x should have the same batch")
    log_px = x * logits - np.logaddexp(0.0, logits)
    return log_px.sum(axis=-1) - beta * kl.sum(axis=-1) / kl.shape[-1]


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (_np(a, l) for a, l in zip((x, w, s, m, v), "xwsmv"))
    if (s <= 0).any():
        raise ValueError("s should be positive")
    if (v <= 0).any():
        raise ValueError("v should be positive")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v should broadcast") from None
    recon = -0.5 * np.log(2 * np.pi * s**2) - ((x - w * m) ** 2 + w**2 * v) / (2 * s**2)
    kl = 0.5 * (v + m**2 - 1 - np.log(v))
    return recon + kl
