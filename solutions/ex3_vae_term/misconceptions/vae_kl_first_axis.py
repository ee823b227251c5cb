"""the latents lie along the first axis

Which axis belongs to the latents, and which to the samples?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(np.moveaxis(mu, 0, -1), np.moveaxis(log_var, 0, -1))
