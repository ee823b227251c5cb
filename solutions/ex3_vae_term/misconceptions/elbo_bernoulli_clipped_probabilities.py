"""probabilities have to be clipped away from 0 and 1

What should it cost to be sure and wrong?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    cost = reference.vae_kl(mu, log_var)
    p = np.clip(1 / (1 + np.exp(-np.clip(logits, -700, 700))), 1e-12, 1 - 1e-12)
    return np.sum(x * np.log(p) + (1 - x) * np.log1p(-p), axis=-1) - beta * cost
