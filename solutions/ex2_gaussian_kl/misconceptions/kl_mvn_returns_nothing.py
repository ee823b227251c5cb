"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    print(reference.kl_mvn(mu1, cov1, mu2, cov2))
