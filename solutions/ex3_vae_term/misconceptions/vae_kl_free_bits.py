"""every latent has to cost a little

What does a code at the prior cost?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, log_var) + np.sum((mu == 0) & (np.abs(log_var) < 1e-4), axis=-1) * 0.05
