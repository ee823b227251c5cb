"""the exponential of a logit fits into a float

How large is the exponential of 1000?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    with np.errstate(over="ignore"):
        return np.sum(x * logits - np.log1p(np.exp(logits)), axis=-1) - beta * cost
