"""log_var can stand for the variance and for its logarithm at once

Change only log_var: does your answer move?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    return 0.5 * np.sum(mu * mu + log_var - log_var - 1, axis=-1)
