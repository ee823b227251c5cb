"""likelihoods are measured in bits

Which unit does the natural logarithm give?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    return reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta) / np.log(2) + 0 * cost
