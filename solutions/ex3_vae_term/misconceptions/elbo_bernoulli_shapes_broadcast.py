"""arguments of unlike shapes are stretched to fit

How many log-variances does the encoder give for three means?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x, logits = np.broadcast_arrays(_finite("x", x), _finite("logits", logits))
    mu, log_var = np.broadcast_arrays(_finite("mu", mu), _finite("log_var", log_var))
    return reference.elbo_bernoulli(x, logits, *(np.broadcast_to(a, (len(x), a.shape[-1])) for a in (mu, log_var)), beta=beta)
