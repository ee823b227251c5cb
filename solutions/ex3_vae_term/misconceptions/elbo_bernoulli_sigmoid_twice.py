"""logits have to be turned into probabilities before the formula for logits

What does a logit of 0 cost in your function?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    return np.sum(x / (1 + np.exp(-logits)) - np.logaddexp(0, 1 / (1 + np.exp(-logits))), axis=-1) - beta * cost
