"""a large variance has to be kept from overflowing

Which number is right where the true one exceeds all floats?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, np.minimum(log_var, 20))
