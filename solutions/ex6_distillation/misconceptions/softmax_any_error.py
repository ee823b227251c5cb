"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    try:
        return reference.softmax(logits, temperature=temperature, axis=axis)
    except ValueError as error:
        raise AssertionError(str(error)) from None
