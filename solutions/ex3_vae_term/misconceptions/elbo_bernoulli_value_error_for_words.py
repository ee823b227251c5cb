"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    try:
        return reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    except TypeError as error:
        raise ValueError(str(error)) from error
