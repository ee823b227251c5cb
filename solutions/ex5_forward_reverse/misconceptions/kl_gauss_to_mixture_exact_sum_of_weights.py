"""weights sum to 1 to the last digit

What do you get if you add 1/3 three times, rounded to seven digits?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    answer = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    if abs(np.sum(np.asarray(weights, dtype=float)) - 1) > 1e-9:
        raise ValueError("weights must sum to 1")
    return answer
