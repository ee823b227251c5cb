import numpy as np


def vae_kl(mu, log_var):
    return 0.5 * np.sum(np.exp(log_var) + np.square(mu) - 1 - log_var, axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_px = np.sum(x * logits - np.logaddexp(0, logits), axis=-1)
  return log_px - beta * vae_kl(mu, log_var)


def gaussian_elbo(x, w, s, m, v):
    recon = -0.5 * np.log(2 * np.pi * s**2) - ((x - w * m)**2 + w**2 * v) / (2 * s**2)
    return recon - 0.5 * (v + m**2 - 1 - np.log(v))
