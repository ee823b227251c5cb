"""warnings about zeros are nobody's business

What appears on the screen for a valid distribution with a zero in it?
"""


def entropy(p, *, axis=-1, base=None):
    answer = reference.entropy(p, axis=axis, base=base)
    np.log(np.asarray(p, dtype=float))
    return answer
