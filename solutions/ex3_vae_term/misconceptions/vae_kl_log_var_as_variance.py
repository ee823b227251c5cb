"""the encoder's second output is the variance

What does the name of the second argument say?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + log_var - np.log(log_var) - 1, axis=-1)
