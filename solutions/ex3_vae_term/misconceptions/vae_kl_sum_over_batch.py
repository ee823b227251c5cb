"""all numbers of a batch are added up

How many numbers does a batch get?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return float(np.sum(_kl_to_prior(mu, log_var)))
