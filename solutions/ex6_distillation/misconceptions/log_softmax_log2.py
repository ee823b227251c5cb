"""the logarithm is to base 2

Check which unit (nats or bits) your logarithm gives.
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return reference.log_softmax(logits, temperature=temperature, axis=axis) / np.log(2)
