"""Jin Park. Names in the messages now."""
import numpy as np
from scipy.special import exprel, log1p


def good(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: rows have different lengths")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name}: real numbers expected")
    x = x.astype(float)
    if x.size == 0 or not np.isfinite(x).all():
        raise ValueError(f"{name}: must be finite and not empty")
    return x


def exprel2(t):
    """(e^t - 1 - t) / (t^2/2): continued averaging, i.e. the series 2 * sum t^k / (k+2)!"""
    s = np.ones_like(t)
    for k in range(16, 2, -1):
        s = 1 + t / k * s
    return s


def vae_kl(mu, log_var):
    m, lv = good(mu, "mu"), good(log_var, "log_var")
    if m.ndim == 0:
        raise ValueError("mu: needs an axis of latents")
    if m.shape != lv.shape:
        raise ValueError("log_var: must look like mu")
    small = np.abs(lv) < 0.35
    t = np.where(small, lv, 0.0)
    with np.errstate(over="ignore"):
        # large: e^t - 1 - t = t (exprel(t) - 1)
        big = lv * (exprel(lv) - 1.0)
        bowl = np.where(small, 0.5 * t * t * exprel2(t), big)
        return 0.5 * (bowl + m * m).sum(axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, lg = good(x, "x"), good(logits, "logits")
    if x.ndim == 0:
        raise ValueError("x: needs an axis of pixels")
    if x.shape != lg.shape:
        raise ValueError("logits: must look like x")
    b = good(beta, "beta")
    if b.ndim != 0:
        raise ValueError("beta: must be a scalar")
    kl = np.asarray(vae_kl(mu, log_var))
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu: leading shape must be that of x")
    # |l| form: the less likely answer pays |l| extra
    pays = np.where(lg >= 0, 1 - x, x) * np.abs(lg)
    rec = -(pays + log1p(np.exp(-np.abs(lg)))).sum(axis=-1)
    return rec if b == 0 else rec - b * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = good(x, "x"), good(w, "w"), good(s, "s"), good(m, "m"), good(v, "v")
    if np.any(s <= 0):
        raise ValueError("s: must be positive")
    if np.any(v <= 0):
        raise ValueError("v: must be positive")
    try:
        x, w, s, m, v = np.broadcast_arrays(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes do not broadcast")
    half_log_2pi = 0.5 * np.log(2 * np.pi)
    with np.errstate(over="ignore"):
        nll = half_log_2pi + np.log(s) + 0.5 * ((x - w * m) / s) ** 2 + 0.5 * (w * np.sqrt(v) / s) ** 2
        kl = 0.5 * m**2 + 0.5 * (v - 1) - 0.5 * np.log(v)
        return -(nll + kl)
