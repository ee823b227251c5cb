"""the 1 is a constant that can be left out

What does your function give at the prior?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + np.exp(log_var) - log_var, axis=-1)
