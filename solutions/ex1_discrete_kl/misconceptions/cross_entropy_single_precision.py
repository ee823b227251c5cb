"""single precision is precise enough

How many digits does a float32 keep?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    return np.float32(reference.cross_entropy(p, q, axis=axis, base=base))
