"""a tiny divergence is rounding and should be 0

How small can a divergence be that is not 0?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    answer = _kl_to_prior(mu, log_var)
    return np.where(answer < 1e-12, 0.0, answer) + 0.0
