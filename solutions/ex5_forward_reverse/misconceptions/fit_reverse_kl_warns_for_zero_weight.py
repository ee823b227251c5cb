"""warnings about components of weight 0 are nobody's business

What appears on the screen for a valid mixture with a weight of 0?
"""


def fit_reverse_kl(weights, means, sigmas):
    answer = reference.fit_reverse_kl(weights, means, sigmas)
    np.log(np.asarray(weights, dtype=float))
    return answer
