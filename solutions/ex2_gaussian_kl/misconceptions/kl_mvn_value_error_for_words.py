"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    try:
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    except TypeError as error:
        raise ValueError(str(error)) from error
