"""a large logit means a black pixel

Is a pixel with a large logit white or black?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    return np.sum(-x * np.logaddexp(0, logits) - (1 - x) * np.logaddexp(0, -logits), axis=-1) - beta * cost
