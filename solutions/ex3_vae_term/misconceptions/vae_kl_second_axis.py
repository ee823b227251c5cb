"""the latents lie along the second axis of every batch

What does a batch of sequences, with three axes, get?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    axis = 1 if mu.ndim > 1 else 0
    return _kl_to_prior(np.moveaxis(mu, axis, -1), np.moveaxis(log_var, axis, -1))
