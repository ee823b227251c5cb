"""Uma Krishnan.

f(t) = e^t - 1 - t satisfies   f(2y) = f(y)^2 + 2 (1 + y) f(y) + y^2 ,
so it can be halved until t is tiny and two terms of the series are enough.
Nothing is subtracted on the way (|t| <= 1).
"""
import numpy as np
from scipy.special import log_expit

KINDS = frozenset("iuf")


def _f(t):
    if np.max(np.abs(t)) < 1e-3:
        return t * t * (0.5 + t / 6 + t * t / 24 + t**3 / 120 + t**4 / 720)
    y = t / 2
    half = _f(y)
    return half * half + 2 * (1 + y) * half + y * y


def f(t):
    inside = np.abs(t) <= 1.0
    with np.errstate(over="ignore"):
        return np.where(inside, _f(np.where(inside, t, 0.0)), np.expm1(t) - t)


def as64(name, x):
    try:
        arr = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} could not be made into an array (ragged?)")
    if arr.dtype.kind not in KINDS:
        raise TypeError(f"{name} must be numeric, not {arr.dtype}")
    arr = np.array(arr, dtype=np.float64)
    bad = ~np.isfinite(arr)
    if arr.size == 0 or bad.any():
        raise ValueError(f"{name} is empty or has {bad.sum()} non-finite values")
    return arr


def twins(name1, a, name2, b):
    a, b = as64(name1, a), as64(name2, b)
    if a.ndim == 0 or a.shape != b.shape:
        raise ValueError(f"{name1} and {name2} need equal shapes, not {a.shape} and {b.shape}")
    return a, b


def vae_kl(mu, log_var):
    mu, log_var = twins("mu", mu, "log_var", log_var)
    with np.errstate(over="ignore"):
        return np.einsum("...d->...", f(log_var) + mu**2) / 2


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = twins("x", x, "logits", logits)
    beta = as64("beta", beta)
    kl = vae_kl(mu, log_var)
    if x.shape[:-1] != kl.shape:
        raise ValueError(f"x and mu disagree about the batch: {x.shape[:-1]}, {kl.shape}")
    ll = np.einsum("...d,...d->...", x, log_expit(logits)) + np.einsum(
        "...d,...d->...", 1 - x, log_expit(-logits))
    return ll - np.where(beta == 0, 0.0, beta * np.where(beta == 0, 0.0, kl))


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = map(as64, "xwsmv", (x, w, s, m, v))
    if not np.all(s > 0):
        raise ValueError("s must be positive")
    if not np.all(v > 0):
        raise ValueError("v must be positive")
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v do not have compatible shapes")
    log2pi = np.log(2 * np.pi)
    with np.errstate(over="ignore"):
        e_lik = -0.5 * (log2pi + ((x - w * m) / s) ** 2 + (w * np.sqrt(v) / s) ** 2) - np.log(s)
        kl = 0.5 * (f(np.log(v)) + m**2)      # same function, log variance = log v
    return e_lik - kl
