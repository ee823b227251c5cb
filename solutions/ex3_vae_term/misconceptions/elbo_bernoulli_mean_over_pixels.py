"""the likelihood is an average over the pixels

Is the probability of an image the product of its pixels' probabilities or their typical size?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood / np.shape(x)[-1] - beta * cost
