"""an error needs no name of the argument

Would a caller know which of the arguments to repair?
"""


def vae_kl(mu, log_var):
    try:
        return reference.vae_kl(mu, log_var)
    except ValueError as error:
        raise ValueError("invalid input") from error
