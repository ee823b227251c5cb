"""Übung 3 (Jonas Weber): with the safety measures that one finds in every repository."""
import numpy as np

EPS = 1e-7


def real(x, name):
    try:
        arr = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: rows must have equal length")
    if arr.dtype.kind not in "iuf":
        raise TypeError(f"{name}: only real numbers, please")
    arr = arr.astype(np.float64)
    if arr.size == 0:
        raise ValueError(f"{name}: empty")
    if not np.isfinite(arr).all():
        raise ValueError(f"{name}: NaN or infinity found")
    return arr


def vae_kl(mu, log_var):
    mu, log_var = real(mu, "mu"), real(log_var, "log_var")
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var: shapes must be equal")
    log_var = np.clip(log_var, -10, 10)          # numerical stability
    return 0.5 * np.sum(np.exp(log_var) + mu**2 - 1 - log_var, axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = real(x, "x"), real(logits, "logits"), real(beta, "beta")
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("x and logits: shapes must be equal")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu and x: batches must be equal")
    p = np.clip(1 / (1 + np.exp(-logits)), EPS, 1 - EPS)
    return np.sum(x * np.log(p + EPS) + (1 - x) * np.log(1 - p + EPS), axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = real(x, "x"), real(w, "w"), real(s, "s"), real(m, "m"), real(v, "v")
    for name, a in (("s", s), ("v", v)):
        if not np.all(a > 0):
            raise ValueError(f"{name}: must be positive")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes do not fit together")
    var = s**2
    return (-0.5 * np.log(2 * np.pi * var) - ((x - w * m) ** 2 + w**2 * v) / (2 * var)
            - 0.5 * (v + m**2 - 1 - np.log(v)))
