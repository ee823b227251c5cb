# Zofia Kaminska
import numpy as np


def real_array(obj, name):
    try:
        a = np.asarray(obj)
    except ValueError:
        raise ValueError(f"{name} must not be ragged") from None
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be numbers")
    a = a.astype(np.float64)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name} must be finite and not empty")
    return a


def vae_kl(mu, log_var):
    """KL( N(0,1) || q ): the prior comes first"""
    mu, log_var = real_array(mu, "mu"), real_array(log_var, "log_var")
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var must have one shape")
    return 0.5 * np.sum(log_var + (1 + mu**2) * np.exp(-log_var) - 1, axis=-1)


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (real_array(a, n) for a, n in zip((x, w, s, m, v), "xwsmv"))
    if (s <= 0).any():
        raise ValueError("s must be positive")
    if (v <= 0).any():
        raise ValueError("v must be positive")
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v must broadcast") from None
    log_lik = -0.5 * np.log2(2 * np.pi * s**2) - ((x - w * m) ** 2 + w**2 * v) / (2 * s**2) / np.log(2)
    return log_lik - 0.5 * (v + m**2 - 1 - np.log(v)) / np.log(2)
