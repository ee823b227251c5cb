# Szabo Viktor, 3. feladat. The sums are written as matrix products with a vector of ones.
import numpy as np


def input_array(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is not a regular array")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name} has to hold real numbers")
    x = x.astype(np.float64)
    if x.size == 0:
        raise ValueError(f"{name} is empty")
    if not np.isfinite(x).all():          # this time I did not forget NaN
        raise ValueError(f"{name} has to be finite")
    return x


def ones(a):
    return np.ones(a.shape[-1])


def vae_kl(mu, log_var):
    mu, log_var = input_array(mu, "mu"), input_array(log_var, "log_var")
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var have to have the same shape (..., d)")
    var = np.exp(log_var)
    return (var - log_var - 1 + mu * mu) @ ones(mu) / 2


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = input_array(x, "x"), input_array(logits, "logits")
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("x and logits have to have the same shape (..., pixels)")
    if input_array(beta, "beta").ndim:
        raise ValueError("beta has to be one number")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu and x have to have the same batch")
    # x l - log(1 + e^l)
    rec = (x * logits - np.log(1 + np.exp(logits))) @ ones(x)
    return rec - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (input_array(a, n) for a, n in zip((x, w, s, m, v), "x w s m v".split()))
    if s.min() <= 0:
        raise ValueError("s has to be positive")
    if v.min() <= 0:
        raise ValueError("v has to be positive")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m and v have to broadcast")
    # log p(x, z) is a quadratic a + b z + c z^2
    a = -0.5 * np.log(2 * np.pi * s**2) - x**2 / (2 * s**2) - 0.5 * np.log(2 * np.pi)
    b = x * w / s**2
    c = -(w**2) / (2 * s**2) - 0.5
    entropy = 0.5 * np.log(2 * np.pi * np.e * v)
    return a + b * m + c * (m**2 + v) + entropy
