"""callers only pass what makes sense

What does your function say about a mean that is NaN?
"""


def vae_kl(mu, log_var):
    mu, log_var = np.asarray(mu, dtype=float), np.asarray(log_var, dtype=float)
    return _kl_to_prior(mu, log_var)
