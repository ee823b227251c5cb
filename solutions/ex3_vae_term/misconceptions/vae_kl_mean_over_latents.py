"""the term is an average over the latents

Do the divergences of independent coordinates add up or average out?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, log_var) / mu.shape[-1]
