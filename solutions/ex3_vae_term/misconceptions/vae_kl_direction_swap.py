"""the average is taken over the prior

From which of the two distributions are the codes drawn?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum((1 + mu * mu) * np.exp(-log_var) + log_var - 1, axis=-1)
