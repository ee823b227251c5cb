"""a small constant inside the logarithm does no harm

At the prior, is your answer zero to all digits?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    variance = np.exp(log_var)
    return 0.5 * np.sum(mu * mu + variance - np.log(variance + 1e-8) - 1, axis=-1)
