"""the means can be sorted before they are used

Which deviation belongs to which mean after sorting?
"""


def fit_forward_kl(weights, means, sigmas):
    _mixture(weights, means, sigmas)
    return reference.fit_forward_kl(weights, np.sort(means), sigmas)
