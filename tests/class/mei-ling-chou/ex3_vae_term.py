# mei-ling chou / ex3
import numpy as np


def read(name, data):
    try:
        a = np.array(data)
    except ValueError:
        raise ValueError(f"{name!r} is not rectangular")
    if a.dtype.kind not in {"i", "u", "f"}:
        raise TypeError(f"{name!r} holds {a.dtype}, not numbers")
    a = a.astype(np.float64)
    if a.size == 0:
        raise ValueError(f"{name!r} is empty")
    if not np.isfinite(a).all():
        raise ValueError(f"{name!r} has a value that is not finite")
    return a


def vae_kl(mu, log_var):
    # numpy broadcasting takes care of the shapes
    mu, log_var = read("mu", mu), read("log_var", log_var)
    small = np.abs(log_var) < 0.25
    t = np.where(small, log_var, 0.0)
    series = t * t * (1 / 2 + t * (1 / 6 + t * (1 / 24 + t * (1 / 120 + t * (1 / 720 + t * (
        1 / 5040 + t * (1 / 40320 + t * (1 / 362880 + t * (1 / 3628800 + t / 39916800)))))))))
    with np.errstate(over="ignore"):
        full = np.where(small, series, np.expm1(log_var) - log_var)
        return 0.5 * (full + mu**2).sum(axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, beta = read("x", x), read("logits", logits), read("beta", beta)
    loglik = (x * logits - np.logaddexp(0.0, logits)).sum(axis=-1)
    return loglik - beta * vae_kl(mu, log_var)


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (read(n, a) for n, a in zip("xwsmv", (x, w, s, m, v)))
    return (-0.5 * np.log(2 * np.pi * s**2) - ((x - w * m) ** 2 + w**2 * v) / (2 * s**2)
            - 0.5 * (v + m**2 - 1 - np.log(v)))
