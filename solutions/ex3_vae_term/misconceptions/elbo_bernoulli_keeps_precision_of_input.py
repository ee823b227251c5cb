"""the precision of the input decides that of the answer

In which precision should a float32 input be computed?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    answer = reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    single = any(isinstance(a, np.ndarray) and a.dtype == np.float32 for a in (x, logits, mu, log_var))
    return np.float32(answer) if single else answer
