"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    print(reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas))
