"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    try:
        return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    except ValueError as error:
        raise AssertionError(str(error)) from None
