"""an error needs no name of the argument

Would a caller with two arguments know which one to repair?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    try:
        return reference.kl_divergence(p, q, axis=axis, base=base)
    except ValueError as error:
        raise ValueError("invalid input") from error
