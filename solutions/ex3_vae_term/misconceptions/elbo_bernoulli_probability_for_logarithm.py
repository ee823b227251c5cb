"""the probability of the pixels stands in the bound

A bound on what: on a probability or on its logarithm?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return np.exp(log_likelihood) - beta * cost
