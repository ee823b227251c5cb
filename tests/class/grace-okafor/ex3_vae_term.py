"""G. Okafor, exercise 3"""
import numpy as np


def _get(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} is not real-numeric")
    a = a.astype(np.float64)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name} is empty or not finite")
    return a


def vae_kl(mu, log_var):
    mu, log_var = _get(mu, "mu"), _get(log_var, "log_var")
    if mu.shape != log_var.shape or mu.ndim == 0:
        raise ValueError("mu and log_var are of different shapes")
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var))


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = _get(x, "x"), _get(logits, "logits")
    if x.shape != logits.shape or x.ndim == 0:
        raise ValueError("x and logits are of different shapes")
    kl = vae_kl(mu, log_var)
    if np.shape(mu)[:-1] != x.shape[:-1]:
        raise ValueError("x and mu are of different batches")
    batch = x.size // x.shape[-1]
    return (np.sum(x * logits - np.logaddexp(0, logits)) - _get(beta, "beta") * kl) / batch


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = _get(x, "x"), _get(w, "w"), _get(s, "s"), _get(m, "m"), _get(v, "v")
    if (s <= 0).any():
        raise ValueError("s is not positive")
    if (v <= 0).any():
        raise ValueError("v is not positive")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v do not broadcast")
    with np.errstate(over="ignore"):
        lik = -np.log(s) - 0.5 * np.log(2 * np.pi) - 0.5 * (((x - w * m) / s) ** 2 + (w * np.sqrt(v) / s) ** 2)
        return lik - 0.5 * (m**2 + v - 1 - np.log(v))
