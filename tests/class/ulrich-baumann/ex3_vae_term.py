import numpy as np


def zahlen(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(name + ": ragged") from None
    if a.dtype.kind in "OUSMmVc":
        raise TypeError(name + ": not real numbers")
    a = a.astype(np.float64)
    if a.size == 0:
        raise ValueError(name + ": empty")
    if not np.isfinite(a).all():
        raise ValueError(name + ": nan or inf")
    return a


def vae_kl(mu, log_var):
    mu, log_var = zahlen(mu, "mu"), zahlen(log_var, "log_var")
    if mu.shape != log_var.shape:
        raise ValueError("mu, log_var: shapes differ")
    if mu.ndim != 2:
        raise ValueError("mu: a batch (B, d) is expected")
    return 0.5 * np.sum(np.exp(log_var) + mu**2 - 1 - log_var, axis=1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = zahlen(x, "x"), zahlen(logits, "logits"), zahlen(beta, "beta")
    if x.shape != logits.shape:
        raise ValueError("x, logits: shapes differ")
    kl = vae_kl(mu, log_var)
    if len(kl) != len(x):
        raise ValueError("mu, x: batch differs")
    p = 1 / (1 + np.exp(-logits))
    bce = np.where(x > 0, x * np.log(p), 0) + np.where(x < 1, (1 - x) * np.log(1 - p), 0)
    # one number for the whole batch
    return bce.sum(axis=1).mean() - beta * kl.mean()


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (zahlen(a, n) for a, n in ((x, "x"), (w, "w"), (s, "s"), (m, "m"), (v, "v")))
    if s.min() <= 0:
        raise ValueError("s: must be positive")
    if v.min() <= 0:
        raise ValueError("v: must be positive")
    if not x.shape == w.shape == s.shape == m.shape == v.shape:
        raise ValueError("x, w, s, m, v: shapes must be equal")
    return (-0.5 * np.log(2 * np.pi * s**2) - ((x - w * m) ** 2 + w**2 * v) / (2 * s**2)
            - 0.5 * (v + m**2 - 1 - np.log(v)))
