"""the factor one half is a matter of convention

How steep is your term in a mean, and how steep should it be?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return np.sum(mu * mu + np.exp(log_var) - log_var - 1, axis=-1)
