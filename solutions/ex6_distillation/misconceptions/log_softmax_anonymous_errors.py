"""an error needs no name of the argument

Would a caller with two arguments know which one to repair?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    try:
        return reference.log_softmax(logits, temperature=temperature, axis=axis)
    except ValueError as error:
        raise ValueError("invalid input") from error
