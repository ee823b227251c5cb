"""Katarina Horvat, ex3 (complete this time!)"""
from functools import partial

import numpy as np
from scipy.integrate import fixed_quad
from scipy.special import logsumexp


def remainder(t):
    """second-order Taylor remainder of exp at 0:  t^2 * int_0^1 (1-u) e^{tu} du"""
    shape = t.shape
    flat = t.reshape(-1, 1)
    small = np.abs(flat) < 0.75
    value, _ = fixed_quad(lambda u: (1 - u) * np.exp(np.where(small, flat, 0) * u), 0, 1, n=12)
    value = value.reshape(-1, 1)
    with np.errstate(over="ignore"):
        out = np.where(small, value * np.where(small, flat, 0.0) ** 2, np.expm1(flat) - flat)
    return out.reshape(shape)


def validate(name, x, test=None, text=""):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} has an irregular shape") from None
    if a.dtype.kind not in ("i", "u", "f"):
        raise TypeError(f"{name} has the wrong type ({a.dtype})")
    a = a.astype("float64")
    if a.size == 0:
        raise ValueError(f"{name} has no elements")
    if not np.isfinite(a).all():
        raise ValueError(f"{name} has NaN or inf")
    if test is not None and not test(a):
        raise ValueError(f"{name} {text}")
    return a


positive = partial(validate, test=lambda a: (a > 0).all(), text="has to be positive")
has_axis = partial(validate, test=lambda a: a.ndim > 0, text="has to have an axis to sum over")
scalar = partial(validate, test=lambda a: a.ndim == 0, text="has to be a scalar")


def vae_kl(mu, log_var):
    mu, log_var = has_axis("mu", mu), has_axis("log_var", log_var)
    if mu.shape != log_var.shape:
        raise ValueError(f"log_var has shape {log_var.shape}, but mu has {mu.shape}")
    with np.errstate(over="ignore"):
        return np.add.reduce(0.5 * (remainder(log_var) + np.square(mu)), axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = has_axis("x", x), has_axis("logits", logits)
    if x.shape != logits.shape:
        raise ValueError(f"logits has shape {logits.shape}, but x has {x.shape}")
    beta = float(scalar("beta", beta))
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError(f"mu has batch {kl.shape}, but x has {x.shape[:-1]}")
    # two "classes" with scores (0, l): log softmax of both
    scores = np.stack([np.zeros_like(logits), logits], axis=-1)
    log_p = scores - logsumexp(scores, axis=-1, keepdims=True)
    log_lik = ((1 - x) * log_p[..., 0] + x * log_p[..., 1]).sum(axis=-1)
    return log_lik if beta == 0 else log_lik - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, m = validate("x", x), validate("w", w), validate("m", m)
    s, v = positive("s", s), positive("v", v)
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v have shapes that clash") from None
    with np.errstate(over="ignore"):
        bias = (x - w * m) / s
        noise = w * np.sqrt(v) / s
        log_lik = -0.5 * (bias * bias + noise * noise + np.log(2 * np.pi)) - np.log(s)
        return log_lik - 0.5 * (remainder(np.log(v)) + m * m)
