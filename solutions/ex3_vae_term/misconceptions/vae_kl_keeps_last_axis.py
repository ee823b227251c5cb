"""the axis of the latents stays, with length one

Which shape has the answer for a batch of samples?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, log_var)[..., None]
