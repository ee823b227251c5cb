"""a batch of distributions gives its average

What shape should come back for a batch of distributions?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return float(np.mean(reference.kl_divergence(p, q, axis=axis, base=base)))
