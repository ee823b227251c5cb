"""single precision is precise enough

How many digits does a float32 keep?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    return np.float32(reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta))
