"""the optimiser's variables are the answer

In which variable did you search, and which one is asked for?
"""


def fit_reverse_kl(weights, means, sigmas):
    mu, sigma = reference.fit_reverse_kl(weights, means, sigmas)
    return mu, np.log(sigma)
