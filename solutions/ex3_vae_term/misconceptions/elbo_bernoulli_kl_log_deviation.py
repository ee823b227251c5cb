"""log_var is the logarithm of the standard deviation

The logarithm of which power of sigma are you given?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood - beta * _kl_to_prior(np.asarray(mu, dtype=float), 2 * np.asarray(log_var, dtype=float)) + 0 * cost
