"""a batch can come back as a list

What can a caller do with an array that a list cannot?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    answer = reference.cross_entropy(p, q, axis=axis, base=base)
    return answer.tolist() if isinstance(answer, np.ndarray) else answer
