"""the decoder gives probabilities

Which values can a logit take, and which can a probability?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    with np.errstate(invalid="ignore", divide="ignore"):
        terms = x * np.log(logits) + (1 - x) * np.log(1 - logits)
    return terms.sum(axis=-1) - beta * cost
