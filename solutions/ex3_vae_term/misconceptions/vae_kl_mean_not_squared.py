"""the mean enters as it is

Mirror the codes: should the answer change?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu + np.exp(log_var) - log_var - 1, axis=-1)
