"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def vae_kl(mu, log_var):
    try:
        return reference.vae_kl(mu, log_var)
    except ValueError as error:
        raise AssertionError(str(error)) from None
