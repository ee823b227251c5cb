"""log_var is the logarithm of the standard deviation

The logarithm of which power of sigma are you given?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + np.exp(2 * log_var) - 2 * log_var - 1, axis=-1)
