"""each pixel gets its own bound

How many numbers does one image get?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    terms = -x * np.logaddexp(0, -logits) - (1 - x) * np.logaddexp(0, logits)
    return terms - beta * np.asarray(cost)[..., None]
