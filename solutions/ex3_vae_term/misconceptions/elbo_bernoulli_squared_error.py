"""the likelihood of a pixel is its squared error

Which distribution of pixels belongs to a squared error?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    return np.sum(-0.5 * (x - 1 / (1 + np.exp(-logits))) ** 2, axis=-1) - beta * cost
