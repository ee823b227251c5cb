"""means and log-variances of unlike shapes are stretched to fit

How many log-variances does the encoder give for three means?
"""


def vae_kl(mu, log_var):
    mu, log_var = np.broadcast_arrays(_finite("mu", mu), _finite("log_var", log_var))
    return _kl_to_prior(mu, log_var)
