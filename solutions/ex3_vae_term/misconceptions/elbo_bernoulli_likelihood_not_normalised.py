"""the likelihood is the product of pixel and logit

Do the probabilities of all images add up to 1?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    return np.sum(x * logits, axis=-1) - beta * cost
