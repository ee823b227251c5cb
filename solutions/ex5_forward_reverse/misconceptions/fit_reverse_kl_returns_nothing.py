"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def fit_reverse_kl(weights, means, sigmas):
    print(reference.fit_reverse_kl(weights, means, sigmas))
