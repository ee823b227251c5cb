"""the half does not reach the logarithm

Where does the slope of your term in log_var vanish?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + np.exp(log_var) - 1, axis=-1) - np.sum(log_var, axis=-1)
