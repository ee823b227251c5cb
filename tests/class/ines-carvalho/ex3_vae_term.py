import numpy as np

"""Ines Carvalho, ex 3"""


def number_array(x, name, positive=False):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError("ragged input for " + name) from None
    try:
        x = x.astype(np.float64, casting="same_kind")
    except TypeError:
        raise TypeError(name + " has to be numeric, but its dtype is " + str(x.dtype)) from None
    if x.size == 0:
        raise ValueError(name + " is empty")
    if not np.isfinite(x).all():
        raise ValueError(name + " must not contain nan or inf")
    if positive and np.any(x <= 0):
        raise ValueError(name + " must be positive")
    return x


def vae_kl(mu, log_var):
    mu, log_var = number_array(mu, "mu"), number_array(log_var, "log_var")
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("mu and log_var must be of the same shape")
    return 0.5 * (np.exp(log_var) - log_var + mu**2).sum(-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = number_array(x, "x"), number_array(logits, "logits")
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("x and logits must be of the same shape")
    kl = vae_kl(mu, log_var)
    if kl.shape != x.shape[:-1]:
        raise ValueError("x and mu must have the same batch")
    return np.sum(x * logits - np.logaddexp(0, logits), -1) - number_array(beta, "beta") * kl


def gaussian_elbo(x, w, s, m, v):
    x, w, m = number_array(x, "x"), number_array(w, "w"), number_array(m, "m")
    s, v = number_array(s, "s", True), number_array(v, "v", True)
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError:
        raise ValueError("x, w, s, m, v must broadcast") from None
    half = 0.5 * np.log(2 * np.pi)
    e_log_lik = -half - np.log(s) - ((x - w * m) ** 2 + w**2 * v) / (2 * s**2)
    e_log_prior = -half - (m**2 + v) / 2
    return e_log_lik + e_log_prior
