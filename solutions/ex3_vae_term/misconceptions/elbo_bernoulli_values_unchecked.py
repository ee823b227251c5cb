"""shapes have to be checked, and the numbers take care of themselves

What does your function say about a logit that is NaN?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    arrays = [_real_array(name, a) for name, a in (("x", x), ("logits", logits), ("mu", mu), ("log_var", log_var))]
    reference.elbo_bernoulli(*(np.where(np.isfinite(a), a, 0.0) for a in arrays))
    x, logits, mu, log_var = arrays
    surprise = x * np.logaddexp(0, -logits) + (1 - x) * np.logaddexp(0, logits)
    return -np.sum(surprise, axis=-1) - beta * _kl_to_prior(mu, log_var)
