"""divergences are measured in bits

Which unit does the natural logarithm give?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, log_var) / np.log(2)
