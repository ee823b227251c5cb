import numpy as np


def prepare(name, x):
    if not isinstance(x, np.ndarray):
        try:
            x = np.array(x)
        except ValueError as e:
            raise ValueError(f"{name}: {e}") from e
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name}: not a real number type: {x.dtype}")
    if x.dtype != np.float64:
        x = x.astype(np.float64)
    if x.size == 0:
        raise ValueError(f"{name} must not be empty")
    if not np.isfinite(x).all():
        raise ValueError(f"{name} must be finite")
    return x


def vae_kl(mu, log_var):
    mu, log_var = prepare("mu", mu), prepare("log_var", log_var)
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var must have the same shape")
    mu **= 2
    mu -= log_var
    mu -= 1
    mu += np.exp(log_var)
    return mu.sum(axis=-1) / 2


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = prepare("x", x), prepare("logits", logits)
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("x and logits must have the same shape")
    beta = prepare("beta", beta)
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("mu must have the batch of x")
    logits *= 2 * x - 1                       # sign of the wanted class
    return -np.logaddexp(0, -logits).sum(axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (prepare(n, a) for n, a in zip("xwsmv", (x, w, s, m, v)))
    if (s <= 0).any():
        raise ValueError("s must be > 0")
    if (v <= 0).any():
        raise ValueError("v must be > 0")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v need shapes that broadcast") from None
    s *= s          # variance of the noise
    kl = 0.5 * (v + m * m - 1 - np.log(v))
    return -0.5 * np.log(2 * np.pi * s) - ((x - w * m) ** 2 + w * w * v) / (2 * s) - kl
