"""the entropy to subtract is that of the model

Whose entropy could not have been avoided, that of the truth or that of the model?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    answer = reference.cross_entropy(p, q, axis=axis, base=base) - reference.entropy(
        np.broadcast_arrays(p, q)[1], axis=axis, base=base
    )
    return answer
