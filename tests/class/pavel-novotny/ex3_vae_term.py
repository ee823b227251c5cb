"""
Pavel Novotny. Same idea as last time: let mpmath compute the delicate function once per
number, everything else is numpy.
"""
import mpmath
import numpy as np


@np.vectorize
def _delicate(t):
    t = float(t)
    if abs(t) > 1:
        return np.float64(np.exp(t) - 1 - t) if t < 710 else np.inf
    with mpmath.workprec(200):
        t = mpmath.mpf(t)
        return float(mpmath.expm1(t) - t)


class Argument:
    def __init__(self, name, value):
        self.name = name
        try:
            self.array = np.asarray(value)
        except ValueError:
            self.fail("is not a proper array")
        if self.array.dtype.kind not in "iuf":
            raise TypeError(f"argument {name}: type {self.array.dtype} is not allowed")
        self.array = self.array.astype(np.float64)
        if self.array.size == 0:
            self.fail("is empty")
        if not np.isfinite(self.array).all():
            self.fail("must be finite")

    def fail(self, text):
        raise ValueError(f"argument {self.name}: {text}")

    def positive(self):
        if not (self.array > 0).all():
            self.fail("must be positive")
        return self

    def same_shape(self, other):
        if self.array.shape != other.array.shape or self.array.ndim == 0:
            self.fail(f"must have the same shape as {other.name}")


def vae_kl(mu, log_var):
    mu, log_var = Argument("mu", mu), Argument("log_var", log_var)
    log_var.same_shape(mu)
    with np.errstate(over="ignore"):
        terms = _delicate(log_var.array).astype(np.float64) + mu.array**2
        return terms.sum(axis=-1) / 2


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = Argument("x", x), Argument("logits", logits)
    logits.same_shape(x)
    beta = Argument("beta", beta)
    if beta.array.ndim > 0:
        beta.fail("must be a scalar")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.array.shape[:-1]:
        raise ValueError("arguments mu and x: number of samples differs")
    likelihood = _loglik(x.array, logits.array)
    return likelihood if beta.array == 0 else likelihood - float(beta.array) * kl


def _loglik(a, l):
    # log sigmoid(l) = min(l, 0) - log(1 + e^-|l|)
    corr = np.log1p(np.exp(-np.abs(l)))
    on = np.minimum(l, 0.0) - corr
    off = np.minimum(-l, 0.0) - corr
    return np.sum(a * on + (1.0 - a) * off, axis=-1)


def gaussian_elbo(x, w, s, m, v):
    given = [Argument(n, a) for n, a in zip("xwsmv", (x, w, s, m, v))]
    given[2].positive()
    given[4].positive()
    x, w, s, m, v = (a.array for a in given)
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("arguments x, w, s, m, v: shapes do not broadcast")
    with np.errstate(over="ignore"):
        quad = ((x - w * m) / s) ** 2 + (w * np.sqrt(v) / s) ** 2
        return 0.5 * (1 + np.log(v) - v - m * m - quad - np.log(2 * np.pi)) - np.log(s)
