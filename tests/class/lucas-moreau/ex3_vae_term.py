# Lucas Moreau - exercice 3
import numpy as np
from math import factorial
from numpy.polynomial import Polynomial

# (e^t - 1 - t)/t^2 = 1/2! + t/3! + t^2/4! + ...
TAYLOR = Polynomial([1 / factorial(k + 2) for k in range(18)])


class Encoder:
    """q(z|x): diagonal Gaussian given by mean and log variance"""

    def __init__(self, mu, log_var):
        self.mu = nombre(mu, "mu")
        self.log_var = nombre(log_var, "log_var")
        if self.mu.shape != self.log_var.shape:
            raise ValueError("mu and log_var: the shapes are not the same")
        if self.mu.ndim == 0:
            raise ValueError("mu and log_var: one axis at least")

    @property
    def batch_shape(self):
        return self.mu.shape[:-1]

    def kl(self):
        t = self.log_var
        petit = np.abs(t) < 0.5
        ts = np.where(petit, t, 0.0)
        with np.errstate(over="ignore"):
            terms = np.where(petit, ts * ts * TAYLOR(ts), np.exp(t) - t - 1)
            return np.sum(terms + self.mu * self.mu, axis=-1) * 0.5


class BernoulliDecoder:
    def __init__(self, logits):
        self.logits = nombre(logits, "logits")

    def log_prob(self, x):
        x = nombre(x, "x")
        l = self.logits
        if x.shape != l.shape or x.ndim == 0:
            raise ValueError("x and logits: the shapes are not the same")
        return np.sum(x * l - np.logaddexp(0, l), axis=-1)


def nombre(a, nom):
    try:
        a = np.asarray(a)
    except ValueError:
        raise ValueError(f"{nom}: ragged list") from None
    try:
        a = a.astype(np.float64, casting="same_kind", copy=True)
    except TypeError:
        raise TypeError(f"{nom}: real numbers only") from None
    if a.size == 0:
        raise ValueError(f"{nom}: nothing in it")
    if not np.isfinite(a).all():
        raise ValueError(f"{nom}: NaN or infinity in it")
    return a


def vae_kl(mu, log_var):
    return Encoder(mu, log_var).kl()


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    q = Encoder(mu, log_var)
    log_px = BernoulliDecoder(logits).log_prob(x)
    if log_px.shape != q.batch_shape:
        raise ValueError("x and mu: not the same number of samples")
    poids = float(nombre(beta, "beta"))
    if poids == 0.0:
        return log_px
    return log_px - poids * q.kl()


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (nombre(a, n) for a, n in ((x, "x"), (w, "w"), (s, "s"), (m, "m"), (v, "v")))
    for a, n in ((s, "s"), (v, "v")):
        if np.any(a <= 0):
            raise ValueError(f"{n}: must be strictly positive")
    try:
        np.broadcast_shapes(*map(np.shape, (x, w, s, m, v)))
    except ValueError:
        raise ValueError("x, w, s, m, v: shapes not compatible") from None
    with np.errstate(over="ignore"):
        # both squares are divided by s before squaring
        erreur = np.hypot((x - w * m) / s, w * np.sqrt(v) / s)
        vraisemblance = -np.log(s) - 0.5 * np.log(2 * np.pi) - 0.5 * erreur**2
        return vraisemblance + 0.5 * (1 + np.log(v) - m**2 - v)
