"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    try:
        return reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    except ValueError as error:
        raise AssertionError(str(error)) from None
