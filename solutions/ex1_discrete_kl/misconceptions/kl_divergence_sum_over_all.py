"""a batch of distributions is one long list of terms

What shape should come back for a batch of distributions?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return float(np.sum(reference.kl_divergence(p, q, axis=axis, base=base)))
