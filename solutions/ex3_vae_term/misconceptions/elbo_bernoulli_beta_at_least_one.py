"""beta can only make the code dearer

Which prices below 1 does the question allow?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    beta = max(beta, 1.0) if beta else 0.0
    return log_likelihood - beta * cost
