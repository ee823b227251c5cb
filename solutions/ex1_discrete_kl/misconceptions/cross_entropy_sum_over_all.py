"""a batch of distributions is one long list of terms

What shape should come back for a batch?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return float(np.sum(reference.cross_entropy(p, q, axis=axis, base=base)))
