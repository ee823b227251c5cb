"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    answer = reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    if isinstance(logits, np.ndarray) and logits.dtype == float:
        with np.errstate(all="ignore"):
            np.negative(logits, out=logits)
    return answer
