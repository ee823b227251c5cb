"""the logarithm is taken of a probability

What is 1 - p in floating point for a logit of 40?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-logits))
        return np.sum(x * np.log(p) + (1 - x) * np.log(1 - p), axis=-1) - beta * cost
