"""a batch can come back as a list

What could a caller not do with a list that an array allows?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    answer = reference.kl_divergence(p, q, axis=axis, base=base)
    return answer.tolist() if np.ndim(answer) else answer
