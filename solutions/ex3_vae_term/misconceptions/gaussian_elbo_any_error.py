"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def gaussian_elbo(x, w, s, m, v):
    try:
        return reference.gaussian_elbo(x, w, s, m, v)
    except ValueError as error:
        raise AssertionError(str(error)) from None
