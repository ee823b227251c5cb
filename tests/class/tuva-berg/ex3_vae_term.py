# Oppgave 3, Tuva Berg
import numpy as np


def finite_array(value, name):
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name}: {error}")
    if array.dtype.kind not in "fiu":
        raise TypeError(f"{name}: dtype {array.dtype} is not real")
    if not array.size:
        raise ValueError(f"{name}: empty")
    array = array.astype(np.float64)
    if not np.isfinite(array).all():
        raise ValueError(f"{name}: must be finite")
    return array


def vae_kl(mu, log_var):
    mu, log_var = finite_array(mu, "mu"), finite_array(log_var, "log_var")
    if mu.shape != log_var.shape or mu.ndim == 0:
        raise ValueError("mu, log_var: same shape please")
    return 0.5 * np.sum(mu**2 + np.exp(log_var) - log_var - 1, axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = finite_array(x, "x"), finite_array(logits, "logits")
    if x.shape != logits.shape or x.ndim == 0:
        raise ValueError("x, logits: same shape please")
    beta = finite_array(beta, "beta")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("x, mu: same batch please")
    return np.sum(x * logits - np.log1p(np.exp(logits)), axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    """sample until the average does not change any more"""
    x, w, s, m, v = (finite_array(a, n) for a, n in zip((x, w, s, m, v), "xwsmv"))
    for a, n in ((s, "s"), (v, "v")):
        if np.any(a <= 0):
            raise ValueError(f"{n}: must be positive")
    rng = np.random.default_rng()
    total, n, old = 0.0, 0, np.inf
    while True:
        z = m + np.sqrt(v) * rng.standard_normal()
        total = total + (-0.5 * np.log(2 * np.pi * s**2) - (x - w * z) ** 2 / (2 * s**2)
                         - z**2 / 2 + (z - m) ** 2 / (2 * v) + np.log(v) / 2)
        n += 1
        if n % 1000 == 0:
            if np.all(abs(total / n - old) < 1e-18):
                return total / n
            old = total / n
