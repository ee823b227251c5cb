"""both arguments have the same shape

What should happen for one distribution against a batch of others?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    answer = reference.cross_entropy(p, q, axis=axis, base=base)
    if np.shape(p) != np.shape(q):
        raise ValueError("p and q must have the same shape")
    return answer
