"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    try:
        return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    except TypeError as error:
        raise ValueError(str(error)) from error
