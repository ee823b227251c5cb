"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def vae_kl(mu, log_var):
    print(reference.vae_kl(mu, log_var))
