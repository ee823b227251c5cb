"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    try:
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    except ValueError as error:
        raise AssertionError(str(error)) from None
