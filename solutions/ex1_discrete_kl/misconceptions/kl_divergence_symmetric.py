"""both directions are averaged so that the result is symmetric

Does the definition treat its two arguments alike?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    return (reference.kl_divergence(p, q, axis=axis, base=base) + reference.kl_divergence(q, p, axis=axis, base=base)) / 2
