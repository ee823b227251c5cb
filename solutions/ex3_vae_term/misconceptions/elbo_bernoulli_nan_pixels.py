"""only the code has to be made of finite numbers

What does your function say about a logit that is NaN?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = _real_array("x", x), _real_array("logits", logits)
    answer = reference.elbo_bernoulli(np.nan_to_num(x), np.nan_to_num(logits), mu, log_var, beta=beta)
    return np.where(np.isnan(x + logits).any(axis=-1), np.nan, answer)
