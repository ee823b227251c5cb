"""an error needs no name of the argument

Would a caller know what to repair?
"""


def entropy(p, *, axis=-1, base=None):
    try:
        return reference.entropy(p, axis=axis, base=base)
    except ValueError as error:
        raise ValueError("invalid input") from error
