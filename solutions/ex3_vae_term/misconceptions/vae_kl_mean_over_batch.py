"""a batch gets the average of its samples

How many numbers does a batch get?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return float(np.mean(_kl_to_prior(mu, log_var)))
