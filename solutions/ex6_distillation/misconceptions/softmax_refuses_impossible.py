"""an infinite logit is always bad input

What does a mask put in the place of a logit?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    if np.isinf(_below_largest("logits", logits, axis)).any():
        raise ValueError("logits must be finite")
    return reference.softmax(logits, temperature=temperature, axis=axis)
