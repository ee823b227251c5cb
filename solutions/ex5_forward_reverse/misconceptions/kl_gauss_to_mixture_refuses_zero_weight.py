"""every weight of a mixture is positive

Is a component that never happens a mistake of the caller?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    if (
        isinstance(weights, (list, tuple, np.ndarray))
        and np.asarray(weights).dtype.kind in "fiu"
        and np.any(np.asarray(weights) == 0)
    ):
        raise ValueError("weights must be positive")
    return reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
