"""pixels and latents lie along the first axis

Which axis belongs to the pixels, and which to the images?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    reference.elbo_bernoulli(x, logits, mu, log_var)
    x, logits = np.asarray(x, dtype=float), np.asarray(logits, dtype=float)
    surprise = x * np.logaddexp(0, -logits) + (1 - x) * np.logaddexp(0, logits)
    cost = _kl_to_prior(np.transpose(mu), np.transpose(log_var))
    if len(cost) != surprise.shape[1]:
        raise ValueError("pixels and latents do not fit together")
    return -np.sum(surprise, axis=0) - beta * cost
