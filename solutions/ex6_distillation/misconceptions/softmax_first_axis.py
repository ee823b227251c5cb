"""classes lie along the first axis unless told otherwise

Along which axis do the class probabilities of a batch add up to 1?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    return reference.softmax(logits, temperature=temperature, axis=0 if axis == -1 else axis)
