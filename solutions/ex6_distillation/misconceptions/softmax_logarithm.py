"""the answer is the logarithm of the probabilities

Can a probability be negative?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    return reference.log_softmax(logits, temperature=temperature, axis=axis)
