"""a small constant inside the logarithm does no harm

Do the probabilities of all images still add up to 1?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    p = 1 / (1 + np.exp(-np.clip(logits, -700, 700)))
    return np.sum(x * np.log(p + 1e-8) + (1 - x) * np.log(1 - p + 1e-8), axis=-1) - beta * cost
