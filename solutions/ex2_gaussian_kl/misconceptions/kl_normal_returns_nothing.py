"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    print(reference.kl_normal(mu1, sigma1, mu2, sigma2))
