"""Chiara Conti -- exercise 3"""
import numpy as np


def _validate(**kwargs):
    clean = []
    for name, obj in kwargs.items():
        try:
            a = np.asarray(obj)
        except ValueError:
            raise ValueError(f"{name}: rows of different lengths")
        if not np.can_cast(a.dtype, np.float64, casting="same_kind"):
            raise TypeError(f"{name}: real numbers expected")
        a = np.array(a, dtype=np.float64)
        if a.size == 0 or not np.all(np.isfinite(a)):
            raise ValueError(f"{name}: empty, NaN or infinite")
        clean.append(a)
    return clean


def vae_kl(mu, log_var):
    mu, var = _validate(mu=mu, log_var=log_var)
    if mu.shape != var.shape or not mu.ndim:
        raise ValueError("mu, log_var: not the same shape")
    return 0.5 * (var + mu**2 - 1 - np.log(var)).sum(axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = _validate(x=x, logits=logits, beta=beta)
    if x.shape != logits.shape or not x.ndim:
        raise ValueError("x, logits: not the same shape")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu, x: not the same batch")
    return (x * logits - np.logaddexp(0, logits)).sum(axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = _validate(x=x, w=w, s=s, m=m, v=v)
    if np.any(s <= 0):
        raise ValueError("s: must be positive")
    if np.any(v <= 0):
        raise ValueError("v: must be positive")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v: no common shape")
    var = v**2                    # q = N(m, v^2)
    recon = -np.log(s) - 0.5 * np.log(2 * np.pi) - ((x - w * m) ** 2 + w**2 * var) / (2 * s**2)
    return recon - (0.5 * (var + m**2 - 1) - np.log(v))
