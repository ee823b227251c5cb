"""infinity is never an answer

What is the honest answer where no float is large enough?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return np.nan_to_num(_kl_to_prior(mu, log_var)) + 0.0
