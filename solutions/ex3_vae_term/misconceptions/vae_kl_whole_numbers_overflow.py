"""integers are as good to compute with as floats

What is the square of five billion in your array's type?
"""


def vae_kl(mu, log_var):
    means, log_var = _latents(mu, log_var)
    mu = np.asarray(mu)
    return _kl_to_prior(0 * means, log_var) + 0.5 * np.sum(mu * mu, axis=-1)
