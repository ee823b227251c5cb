"""the logarithm is best taken of the variance itself

What is left of log_var after an exponential and a logarithm, if log_var is -1000?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    with np.errstate(all="ignore"):
        again = np.where(np.abs(log_var) > 1, np.log(np.exp(log_var)), log_var)
        return _kl_to_prior(mu, again)
