"""an error needs no name of the argument

Would a caller know which of the arguments to repair?
"""


def gaussian_elbo(x, w, s, m, v):
    try:
        return reference.gaussian_elbo(x, w, s, m, v)
    except ValueError as error:
        raise ValueError("invalid input") from error
