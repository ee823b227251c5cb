"""VAE terms, Zane Cooper."""
import numpy as np


def real(name, value):
    try:
        out = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name}: nested lists of different length") from None
    if out.dtype.kind not in "iuf":
        raise TypeError(f"{name}: needs real numbers, got {out.dtype}")
    out = out.astype(np.float64)
    if out.size == 0:
        raise ValueError(f"{name}: is empty")
    if not np.isfinite(out).all():
        raise ValueError(f"{name}: has NaN or infinite entries")
    return out


def exp_minus_tangent(t):
    """e^t - (1 + t), the part of the exponential above its tangent at 0"""
    near = np.abs(t) < 0.4
    x = np.where(near, t, 0.0)
    acc = np.zeros_like(x)
    for n in range(20, 1, -1):
        acc = (acc * x + 1.0) / n          # Horner: 1/2 (1 + x/3 (1 + x/4 (...)))
    series = acc * x * x
    with np.errstate(over="ignore"):
        direct = np.expm1(t) - t
    return np.where(near, series, direct)


def vae_kl(mu, log_var):
    mu, log_var = real("mu", mu), real("log_var", log_var)
    if mu.shape != log_var.shape:
        raise ValueError(f"mu {mu.shape} and log_var {log_var.shape} must have one shape")
    if mu.ndim == 0:
        raise ValueError("mu: at least one latent dimension")
    with np.errstate(over="ignore"):
        return 0.5 * np.sum(exp_minus_tangent(log_var) + mu * mu, axis=-1)


def softplus(t):
    return np.logaddexp(0.0, t)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = real("x", x), real("logits", logits)
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError(f"x {x.shape} and logits {logits.shape} must have one shape")
    weight = real("beta", beta)
    if weight.ndim:
        raise ValueError("beta: must be a single number")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError(f"mu/log_var have batch {kl.shape}, x/logits have {x.shape[:-1]}")
    # log p(x|z): a pixel that is on costs softplus(-l), one that is off costs softplus(l)
    log_lik = -np.sum(x * softplus(-logits) + (1 - x) * softplus(logits), axis=-1)
    if weight == 0:
        return log_lik
    return log_lik - weight * kl


def gaussian_elbo(x, w, s, m, v):
    arrays = {n: real(n, a) for n, a in dict(x=x, w=w, s=s, m=m, v=v).items()}
    for n in ("s", "v"):
        if np.any(arrays[n] <= 0):
            raise ValueError(f"{n}: must be positive")
    try:
        np.broadcast_shapes(*(a.shape for a in arrays.values()))
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes cannot be broadcast") from None
    x, w, s, m, v = arrays.values()
    with np.errstate(over="ignore"):
        resid = (x - w * m) / s
        spread = w * np.sqrt(v) / s
        fit = -0.5 * np.log(2 * np.pi) - np.log(s) - 0.5 * resid**2 - 0.5 * spread**2
        penalty = 0.5 * (v - 1 - np.log(v) + m**2)
    return fit - penalty
