# Nikhil Rao - no cache this time :)
import numpy as np
from math import expm1, exp, log, log1p, pi, sqrt


def remainder_terms(t):
    """yields t^2/2!, t^3/3!, ... until they do not matter any more"""
    term, n, biggest = t * t / 2, 2, 0.0
    while abs(term) > 1e-19 * biggest and term != 0.0:
        biggest = max(biggest, abs(term))
        yield term
        n += 1
        term *= t / n


def kl_one(m, l):
    if abs(l) < 0.3:
        grow = sum(remainder_terms(l))
    elif l > 709.78:
        grow = float("inf")
    else:
        grow = expm1(l) - l
    return 0.5 * (grow + m * m)


def logpix(x, l):
    if l > 0:
        return (x - 1) * l - log1p(exp(-l))
    return x * l - log1p(exp(l))


def elbo_one(x, w, s, m, v):
    a = (x - w * m) / s
    b = w * sqrt(v) / s
    rec = -0.5 * (a * a + b * b) - log(s) - 0.5 * log(2 * pi)
    return rec - 0.5 * (v + m * m - 1 - log(v))


kl_ufunc = np.frompyfunc(kl_one, 2, 1)
logpix_ufunc = np.frompyfunc(logpix, 2, 1)
elbo_ufunc = np.frompyfunc(elbo_one, 5, 1)


def numbers(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(name + " ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(name + " not real")
    if a.size == 0:
        raise ValueError(name + " empty")
    a = a.astype(float)
    if not np.isfinite(a).all():
        raise ValueError(name + " not finite")
    return a


def total(objects):
    """object array -> float64, summed over the last axis"""
    return np.asarray(objects, dtype=np.float64).sum(axis=-1)


def vae_kl(mu, log_var):
    mu, log_var = numbers(mu, "mu"), numbers(log_var, "log_var")
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var: shapes differ")
    with np.errstate(over="ignore"):
        return total(kl_ufunc(mu, log_var))


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = numbers(x, "x"), numbers(logits, "logits")
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("x and logits: shapes differ")
    beta = numbers(beta, "beta")
    if beta.shape:
        raise ValueError("beta: only one number")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu and x: batches differ")
    rec = total(logpix_ufunc(x, logits))
    return rec - beta * kl if beta else rec


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (numbers(a, n) for a, n in zip((x, w, s, m, v), "xwsmv"))
    if (s <= 0).any():
        raise ValueError("s must be > 0")
    if (v <= 0).any():
        raise ValueError("v must be > 0")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v do not broadcast")
    with np.errstate(over="ignore"):
        return np.asarray(elbo_ufunc(x, w, s, m, v), dtype=np.float64)[()]
