"""a list is as good as an array

Can the caller do arithmetic with what you return?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return reference.log_softmax(logits, temperature=temperature, axis=axis).tolist()
