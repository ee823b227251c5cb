"""the loss to minimise is what is asked for

Is a bound on the logarithm of a probability above or below zero?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return beta * cost - log_likelihood
