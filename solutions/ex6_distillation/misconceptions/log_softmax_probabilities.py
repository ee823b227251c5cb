"""log_softmax is softmax in a safe form

Do the entries of your answer add up to 1, or their exponentials?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return reference.softmax(logits, temperature=temperature, axis=axis)
