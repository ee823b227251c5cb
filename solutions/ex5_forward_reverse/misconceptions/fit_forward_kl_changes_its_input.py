"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def fit_forward_kl(weights, means, sigmas):
    answer = reference.fit_forward_kl(weights, means, sigmas)
    if isinstance(means, np.ndarray) and means.dtype == float:
        means -= means.mean()
    return answer
