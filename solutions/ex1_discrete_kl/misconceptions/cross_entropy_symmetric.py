"""both directions are averaged so that the result is symmetric

Which of the two distributions do the outcomes come from?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return (reference.cross_entropy(p, q, axis=axis, base=base) + reference.cross_entropy(q, p, axis=axis, base=base)) / 2
