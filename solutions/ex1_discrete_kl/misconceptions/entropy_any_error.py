"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def entropy(p, *, axis=-1, base=None):
    try:
        return reference.entropy(p, axis=axis, base=base)
    except ValueError as error:
        raise AssertionError(str(error)) from None
