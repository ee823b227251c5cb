"""E. Popescu, exercise 3."""
import numpy as np


def real(name, x):
    try:
        x = np.asarray(x)
    except ValueError as exc:
        raise ValueError(f"could not turn {name} into an array: {exc}") from exc
    if x.dtype == object or not np.issubdtype(x.dtype, np.number) or np.iscomplexobj(x):
        raise TypeError(f"{name}: expected real numbers, found {x.dtype}")
    x = x.astype("float64")
    if not x.size:
        raise ValueError(f"{name}: no data")
    if not np.isfinite(x).all():
        raise ValueError(f"{name}: only finite values allowed")
    return x


def vae_kl(mu, log_var):
    mu, log_var = real("mu", mu), real("log_var", log_var)
    if mu.shape != log_var.shape or mu.ndim < 1:
        raise ValueError("mu, log_var: need one shape")
    # the variance terms are only a regulariser constant, what matters is the length of mu
    return 0.5 * (mu**2).sum(axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = real("x", x), real("logits", logits), real("beta", beta)
    if x.shape != logits.shape or x.ndim < 1:
        raise ValueError("x, logits: need one shape")
    kl = vae_kl(mu, log_var)
    if np.shape(kl) != x.shape[:-1]:
        raise ValueError("mu, x: need one batch shape")
    log_p = -np.logaddexp(0, -logits)        # log of the pixel probability
    return (x * log_p).sum(axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = real("x", x), real("w", w), real("s", s), real("m", m), real("v", v)
    if s.min() <= 0:
        raise ValueError("s: must be positive")
    if v.min() <= 0:
        raise ValueError("v: must be positive")
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes must broadcast") from None
    precision = s**-2.0
    recon = 0.5 * np.log(precision / (2 * np.pi)) - 0.5 * precision * ((x - w * m) ** 2 + w**2 * v)
    return recon - 0.5 * (v + m**2 - 1 - np.log(v))
