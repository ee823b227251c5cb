"""Exercise 3 -- Olivia Bennett (plain Python loops, recursion over the leading axes)"""
import math

import numpy as np


def convert(name, data):
    try:
        a = np.asarray(data)
    except ValueError as e:
        raise ValueError(f"{name}: {e}") from None
    if a.dtype.kind not in "fiu":
        raise TypeError(f"{name}: not real-numeric ({a.dtype})")
    if a.size == 0:
        raise ValueError(f"{name}: empty")
    a = a.astype(float)
    if not all(math.isfinite(t) for t in a.flat):
        raise ValueError(f"{name}: not finite")
    return a


def g(t):
    """exp(t) - 1 - t"""
    if abs(t) < 0.5:
        total, term, k = 0.0, t * t / 2, 2
        while total + term != total:
            total += term
            k += 1
            term *= t / k
        return total
    try:
        return math.expm1(t) - t
    except OverflowError:
        return math.inf


def along_last(f, *arrays):
    """apply f to the rows of the arrays, whatever the number of leading axes is"""
    if arrays[0].ndim == 1:
        return f(*(a.tolist() for a in arrays))
    return np.array([along_last(f, *rows) for rows in zip(*arrays)])


def safe_sum(values):
    values = list(values)
    return math.inf if math.inf in values else math.fsum(values)


def _row_kl(mu, log_var):
    return 0.5 * safe_sum(g(l) + m * m for m, l in zip(mu, log_var))


def _row_loglik(x, logits):
    def softplus(t):
        return max(t, 0.0) + math.log1p(math.exp(-abs(t)))
    return -safe_sum(a * softplus(-l) + (1 - a) * softplus(l) for a, l in zip(x, logits))


def vae_kl(mu, log_var):
    mu = convert("mu", mu)
    log_var = convert("log_var", log_var)
    if mu.ndim < 1:
        raise ValueError("mu: needs a latent axis")
    if mu.shape != log_var.shape:
        raise ValueError("log_var: must have the shape of mu")
    return along_last(_row_kl, mu, log_var)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x = convert("x", x)
    logits = convert("logits", logits)
    if x.ndim < 1:
        raise ValueError("x: needs a pixel axis")
    if x.shape != logits.shape:
        raise ValueError("logits: must have the shape of x")
    b = convert("beta", beta)
    if b.ndim != 0:
        raise ValueError("beta: a single number, please")
    kl = vae_kl(mu, log_var)
    if np.shape(kl) != x.shape[:-1]:
        raise ValueError("mu: the batch differs from that of x")
    result = along_last(_row_loglik, x, logits)
    if b > 0 or b < 0:
        result = result - float(b) * kl
    return result


def gaussian_elbo(x, w, s, m, v):
    args = []
    for name, value in zip("xwsmv", (x, w, s, m, v)):
        a = convert(name, value)
        if name in "sv" and a.min() <= 0:
            raise ValueError(f"{name}: has to be positive")
        args.append(a)
    try:
        args = np.broadcast_arrays(*args)
    except ValueError:
        raise ValueError("x, w, s, m, v: incompatible shapes") from None
    out = np.empty(args[0].shape)
    for i in np.ndindex(out.shape):
        x_, w_, s_, m_, v_ = (float(a[i]) for a in args)
        r = (x_ - w_ * m_) / s_
        t = w_ * math.sqrt(v_) / s_
        out[i] = (-0.5 * math.log(2 * math.pi) - math.log(s_) - 0.5 * (r * r + t * t)
                  - 0.5 * (v_ + m_ * m_ - 1.0 - math.log(v_)))
    return out[()]
