"""callers only pass valid mixtures

What does your function say about a weight of -1/2, or a deviation of 0?
"""


def fit_reverse_kl(weights, means, sigmas):
    try:
        return reference.fit_reverse_kl(weights, means, sigmas)
    except ValueError:
        return 0.0, 1.0
