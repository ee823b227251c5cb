"""the pixels cost their divergence from the prediction

Does a grey pixel's own entropy belong to the likelihood?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    own = np.where(x > 0, x * np.log(x), 0.0) + np.where(x < 1, (1 - x) * np.log(1 - x), 0.0)
    return reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta) - own.sum(axis=-1) + 0 * cost
