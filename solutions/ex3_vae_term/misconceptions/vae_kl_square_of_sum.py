"""the means can be summed first and squared then

What does your function give for the means 1 and -1?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * (np.sum(mu, axis=-1) ** 2 + np.sum(np.exp(log_var) - log_var - 1, axis=-1))
