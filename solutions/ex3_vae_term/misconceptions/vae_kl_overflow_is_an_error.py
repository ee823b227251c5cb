"""a term too large for a float is an error

What is the honest answer where no float is large enough?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    answer = _kl_to_prior(mu, log_var)
    if np.isinf(answer).any():
        raise OverflowError("log_var is too large")
    return answer
