"""log-variances far from zero have to be clipped for stability

Does your bound still fall where log_var is -50?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood - beta * reference.vae_kl(mu, np.clip(log_var, -10, 10)) + 0 * cost
