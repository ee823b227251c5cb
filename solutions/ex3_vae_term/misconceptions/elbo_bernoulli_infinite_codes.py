"""only NaN is no number

Which cloud has an infinite mean?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    codes = _real_array("mu", mu), _real_array("log_var", log_var)
    if not any(np.isinf(a).any() for a in codes):
        return reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    prior = [np.zeros(a.shape) for a in codes]
    return reference.elbo_bernoulli(x, logits, *prior, beta=beta) - beta * _kl_to_prior(*codes)
