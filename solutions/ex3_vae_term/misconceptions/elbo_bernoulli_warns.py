"""warnings of a branch that is not taken are nobody's business

Which branches of np.where are computed?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    np.where(logits > 30, logits, np.log1p(np.exp(logits)))
    return reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta) + 0 * cost
