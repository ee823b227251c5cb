# Bjorn Lindqvist, ex 3
import math
import numpy as np


def to_array(x, what):
    try:
        a = np.array(x)
    except ValueError as err:
        raise ValueError("%s: %s" % (what, err))
    if not (np.issubdtype(a.dtype, np.integer) or np.issubdtype(a.dtype, np.floating)):
        raise TypeError("%s is not made of real numbers" % what)
    a = a.astype(float)
    if a.size < 1 or not np.isfinite(a).all():
        raise ValueError("%s is empty or not finite" % what)
    return a


def vae_kl(mu, log_var):
    mu, log_var = to_array(mu, "mu"), to_array(log_var, "log_var")
    if mu.ndim < 1 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var need the same shape")
    out = np.zeros(mu.shape[:-1])
    for i in np.ndindex(*out.shape):
        for m, l in zip(mu[i], log_var[i]):
            out[i] += 0.5 * (1 + l - m * m - math.exp(l))
    return out[()]


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    """the loss that is minimised in training"""
    x, logits, beta = to_array(x, "x"), to_array(logits, "logits"), to_array(beta, "beta")
    if x.ndim < 1 or x.shape != logits.shape:
        raise ValueError("x and logits need the same shape")
    kl = -vae_kl(mu, log_var)
    if np.shape(kl) != x.shape[:-1]:
        raise ValueError("x and mu need the same batch")
    bce = np.zeros(x.shape[:-1])
    for i in np.ndindex(*bce.shape):
        for a, l in zip(x[i], logits[i]):
            bce[i] += max(l, 0) - a * l + math.log1p(math.exp(-abs(l)))
    return (bce + beta * kl)[()]


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (to_array(a, n) for a, n in zip((x, w, s, m, v), "xwsmv"))
    for a, n in ((s, "s"), (v, "v")):
        if a.min() <= 0:
            raise ValueError("%s must be positive" % n)
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v have incompatible shapes")
    recon = 0.5 * np.log(2 * np.pi) + np.log(s) + ((x - w * m) ** 2 + w * w * v) / (2 * s * s)
    return recon + 0.5 * (v + m * m - 1 - np.log(v))
