"""callers only pass what makes sense

What does your function say about a logit that is NaN?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits, mu, log_var = (np.asarray(a, dtype=float) for a in (x, logits, mu, log_var))
    surprise = x * np.logaddexp(0, -logits) + (1 - x) * np.logaddexp(0, logits)
    return -np.sum(surprise, axis=-1) - beta * _kl_to_prior(mu, log_var)
