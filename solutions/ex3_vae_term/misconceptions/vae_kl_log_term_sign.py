"""every part of the term is added

What happens to your answer when the cloud gets narrower and narrower?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + np.exp(log_var) + log_var - 1, axis=-1)
