"""classes lie along the first axis unless told otherwise

Along which axis do the class probabilities of a batch add up to 1?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return reference.log_softmax(logits, temperature=temperature, axis=0 if axis == -1 else axis)
