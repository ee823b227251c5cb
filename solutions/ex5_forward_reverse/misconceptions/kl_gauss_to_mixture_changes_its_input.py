"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    answer = reference.kl_gauss_to_mixture(mu, sigma, weights, means, sigmas)
    if isinstance(means, np.ndarray) and means.dtype == float:
        means -= means.mean()
    return answer
