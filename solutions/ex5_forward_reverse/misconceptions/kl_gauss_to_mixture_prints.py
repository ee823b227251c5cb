"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    answer = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    print(answer)
    return answer
