"""Rosa Jimenez, ex3"""
import numpy as np


def check(x, positive=False):
    x = np.asarray(x)
    if not (x.dtype.kind in "iu" or x.dtype.kind == "f"):
        raise TypeError("wrong type")
    x = x.astype("f8")
    if x.size == 0 or not np.all(np.abs(x) < np.inf):
        raise ValueError("wrong value")
    if positive and not np.all(x > 0):
        raise ValueError("wrong sign")
    return x


def curve(t):
    near = np.abs(t) < 0.3
    u = np.where(near, t, 0.0)
    s = np.ones_like(u)
    for k in (15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3):
        s = 1 + u * s / k
    with np.errstate(over="ignore"):
        return np.where(near, u * u * s / 2, np.expm1(t) - t)


def vae_kl(mu, log_var):
    mu, log_var = check(mu), check(log_var)
    if mu.shape != log_var.shape or mu.ndim == 0:
        raise ValueError("wrong shape")
    with np.errstate(over="ignore"):
        return 0.5 * (curve(log_var) + mu * mu).sum(axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = check(x), check(logits), check(beta)
    kl = vae_kl(mu, log_var)
    if x.shape != logits.shape or x.ndim == 0 or x.shape[:-1] != kl.shape:
        raise ValueError("wrong shape")
    rec = np.sum(x * logits - np.logaddexp(0, logits), axis=-1)
    return rec if beta == 0 else rec - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, m, s, v = check(x), check(w), check(m), check(s, True), check(v, True)
    with np.errstate(over="ignore"):
        lik = -0.5 * np.log(2 * np.pi) - np.log(s) - 0.5 * ((x - w * m) / s) ** 2
        return lik - 0.5 * (w * np.sqrt(v) / s) ** 2 - 0.5 * (v + m * m - 1 - np.log(v))
