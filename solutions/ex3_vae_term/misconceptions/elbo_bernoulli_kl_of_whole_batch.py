"""every image pays for all codes of the batch

Which codes belong to an image?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood - beta * np.sum(cost)
