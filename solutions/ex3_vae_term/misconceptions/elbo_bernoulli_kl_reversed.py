"""the divergence of the prior from q is what the code costs

From which of the two distributions are the codes drawn?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    mu, log_var = np.asarray(mu, dtype=float), np.asarray(log_var, dtype=float)
    back = 0.5 * np.sum((1 + mu * mu) * np.exp(-log_var) + log_var - 1, axis=-1)
    return log_likelihood - beta * back + 0 * cost
