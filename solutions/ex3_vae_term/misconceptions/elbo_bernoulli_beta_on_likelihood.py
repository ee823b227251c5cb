"""beta is the weight of the pixels

Which of the two terms does beta make dearer?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return beta * log_likelihood - cost
