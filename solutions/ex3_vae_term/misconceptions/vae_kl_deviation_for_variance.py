"""the width enters as the standard deviation

Which power of sigma does the average of z squared give?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + np.exp(log_var / 2) - log_var - 1, axis=-1)
