"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    try:
        return reference.kl_normal(mu1, sigma1, mu2, sigma2)
    except TypeError as error:
        raise ValueError(str(error)) from error
