"""the answer is a loss and therefore positive

Can the logarithm of a probability be above 0?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return -reference.log_softmax(logits, temperature=temperature, axis=axis)
