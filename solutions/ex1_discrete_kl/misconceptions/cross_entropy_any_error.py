"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    try:
        return reference.cross_entropy(p, q, axis=axis, base=base)
    except ValueError as error:
        raise AssertionError(str(error)) from None
