"""the two terms should be returned beside the bound

What would a caller do who expects numbers?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood - beta * cost, log_likelihood, cost
