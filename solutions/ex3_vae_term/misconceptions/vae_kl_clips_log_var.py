"""log-variances far from zero have to be clipped for stability

Does your function still grow where log_var is -50, and has it a slope there?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, np.clip(log_var, -10, 10))
