"""the pixels of an image share one probability

How many pixels of an image can be white?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    return np.sum(x * (logits - np.logaddexp.reduce(logits, axis=-1, keepdims=True)), axis=-1) - beta * cost
