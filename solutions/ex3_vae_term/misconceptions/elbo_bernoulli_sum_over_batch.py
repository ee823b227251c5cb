"""all images of a batch are added up

How many numbers does a batch get?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return float(np.sum(log_likelihood - beta * cost))
