"""entropy is measured as a share of its largest value

What is the entropy of four equal chances, and of eight?
"""


def entropy(p, *, axis=-1, base=None):
    return reference.entropy(p, axis=axis, base=base) / np.log(max(2, np.shape(p)[axis]))
