"""an exponential is safe only after its argument has been limited

What is the honest answer where no float is large enough, and does a narrow cloud need a limit?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return _kl_to_prior(mu, np.clip(log_var, -500, 500))
