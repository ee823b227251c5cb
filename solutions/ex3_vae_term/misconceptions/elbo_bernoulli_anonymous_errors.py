"""an error needs no name of the argument

Would a caller know which of the arguments to repair?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    try:
        return reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    except ValueError as error:
        raise ValueError("invalid input") from error
