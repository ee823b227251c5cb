"""the encoder's second output is the variance

What does the name of the last argument say?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    mu, log_var = np.asarray(mu, dtype=float), np.asarray(log_var, dtype=float)
    with np.errstate(all="ignore"):
        slip = 0.5 * np.sum(mu * mu + log_var - np.log(log_var) - 1, axis=-1)
    return log_likelihood - beta * slip + 0 * cost
