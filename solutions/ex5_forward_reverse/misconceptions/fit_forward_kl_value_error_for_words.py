"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def fit_forward_kl(weights, means, sigmas):
    try:
        return reference.fit_forward_kl(weights, means, sigmas)
    except TypeError as error:
        raise ValueError(str(error)) from error
