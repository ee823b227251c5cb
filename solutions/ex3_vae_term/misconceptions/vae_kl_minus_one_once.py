"""the 1 is subtracted once for a sample

Is your formula right for more than one latent?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * (np.sum(mu * mu + np.exp(log_var) - log_var, axis=-1) - 1)
