"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def vae_kl(mu, log_var):
    try:
        return reference.vae_kl(mu, log_var)
    except TypeError as error:
        raise ValueError(str(error)) from error
