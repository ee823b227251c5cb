"""there is a smallest sensible variance

What does a narrower and narrower cloud cost?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, np.maximum(log_var, -20))
