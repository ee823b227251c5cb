"""the KL term carries the sign with which it enters the bound

Should a divergence ever be negative?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(1 + log_var - mu * mu - np.exp(log_var), axis=-1)
