# G. Papadakis   (double precision this time...)
from dataclasses import dataclass

import numpy as np
from mpmath import mp, taylor

with mp.workdps(30):
    # Taylor coefficients of (exp(t) - 1 - t), starting with t^2
    COEFF = np.array([float(c) for c in taylor(lambda t: mp.exp(t), 0, 24)[2:]])


@dataclass
class Real:
    name: str
    positive: bool = False
    scalar: bool = False

    def __call__(self, value):
        try:
            a = np.asarray(value)
        except ValueError:
            raise ValueError("%s is ragged" % self.name)
        if a.dtype.kind not in "iuf":
            raise TypeError("%s must be real" % self.name)
        a = np.array(a, dtype=np.float64)
        if a.size == 0:
            raise ValueError("%s must be non-empty" % self.name)
        if not np.isfinite(a).all():
            raise ValueError("%s must be finite" % self.name)
        if self.positive and np.any(a <= 0):
            raise ValueError("%s must be positive" % self.name)
        if self.scalar and a.ndim:
            raise ValueError("%s must be a scalar" % self.name)
        return a


def same(a, b, text):
    if a != b:
        raise ValueError(text)


def e_minus(t):
    powers = np.where(np.abs(t) < 1, t, 0.0)[..., None] ** np.arange(2, 2 + len(COEFF))
    # smallest terms first
    near = (powers * COEFF)[..., ::-1].sum(axis=-1)
    with np.errstate(over="ignore"):
        return np.where(np.abs(t) < 1, near, np.exp(t) - 1 - t)


def vae_kl(mu, log_var):
    mu, log_var = Real("mu")(mu), Real("log_var")(log_var)
    same(mu.shape, log_var.shape, "mu and log_var must have the same shape")
    if mu.ndim == 0:
        raise ValueError("mu must have a last axis")
    with np.errstate(over="ignore"):
        return 0.5 * (e_minus(log_var).sum(axis=-1) + (mu * mu).sum(axis=-1))


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = Real("x")(x), Real("logits")(logits), Real("beta", scalar=True)(beta)
    same(x.shape, logits.shape, "x and logits must have the same shape")
    if x.ndim == 0:
        raise ValueError("x must have a last axis")
    kl = vae_kl(mu, log_var)
    same(kl.shape, x.shape[:-1], "mu and x must have the same batch shape")
    log_px = np.sum(x * logits - np.logaddexp(0, logits), axis=-1)
    return log_px - beta * kl if beta != 0 else log_px


def gaussian_elbo(x, w, s, m, v):
    x, w, m = Real("x")(x), Real("w")(w), Real("m")(m)
    s, v = Real("s", positive=True)(s), Real("v", positive=True)(v)
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v must broadcast")
    with np.errstate(over="ignore"):
        mean = (x - w * m) / s
        dev = np.sqrt(v) * w / s
        kl = 0.5 * (e_minus(np.log(v)) + m * m)
        return -0.5 * (mean**2 + dev**2) - np.log(s) - 0.5 * np.log(2 * np.pi) - kl
