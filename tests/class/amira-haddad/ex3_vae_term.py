"""Exercise 3 - VAE.   Amira Haddad"""
import numpy as np


def _numbers(name, value):
    try:
        arr = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} is ragged") from None
    if arr.dtype.kind not in "biuf":
        raise TypeError(f"{name} must contain real numbers, got dtype {arr.dtype}")
    if arr.size == 0:
        raise ValueError(f"{name} is empty")
    arr = arr.astype(np.float64)
    if not np.isfinite(arr).all():
        raise ValueError(f"{name} contains nan or inf")
    return arr


def vae_kl(mu, log_var):
    mu, log_var = _numbers("mu", mu), _numbers("log_var", log_var)
    if mu.shape != log_var.shape or mu.ndim == 0:
        raise ValueError("mu and log_var: shapes must agree")
    return np.sum(mu**2 + np.exp(log_var) - 1 - log_var, axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = _numbers("x", x), _numbers("logits", logits)
    if x.shape != logits.shape or x.ndim == 0:
        raise ValueError("x and logits: shapes must agree")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu and x: batch must agree")
    # average over the pixels, so that it does not depend on the image size
    log_lik = np.mean(x * logits - np.logaddexp(0, logits), axis=-1)
    return log_lik - _numbers("beta", beta) * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (_numbers(n, a) for n, a in zip("xwsmv", (x, w, s, m, v)))
    if (s <= 0).any():
        raise ValueError("s must be > 0")
    if (v <= 0).any():
        raise ValueError("v must be > 0")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v do not broadcast") from None
    # plug the mean of q into the likelihood
    log_lik = -0.5 * np.log(2 * np.pi) - np.log(s) - 0.5 * ((x - w * m) / s) ** 2
    return log_lik - 0.5 * (v + m**2 - 1 - np.log(v))
