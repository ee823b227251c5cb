"""a model with a zero is bad input

Is a model that rules out an outcome an invalid distribution?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    answer = reference.kl_divergence(p, q, axis=axis, base=base)
    if np.any(np.isinf(answer)):
        raise ValueError("q must be positive where p is")
    return answer
