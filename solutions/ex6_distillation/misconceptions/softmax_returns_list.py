"""a list is as good as an array

Can the caller do arithmetic with what you return?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    return reference.softmax(logits, temperature=temperature, axis=axis).tolist()
