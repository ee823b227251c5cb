"""only the width of the cloud has a price

Move the cloud without changing its width: what should that cost?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(np.exp(log_var) - log_var - 1, axis=-1)
