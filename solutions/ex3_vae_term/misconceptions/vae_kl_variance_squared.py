"""the exponential of log_var has to be squared to give a variance

Is the exponential of log_var a deviation or already a variance?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + np.exp(log_var) ** 2 - log_var - 1, axis=-1)
