"""classes always lie along the last axis

What does the argument axis change in your function?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    return reference.softmax(logits, temperature=temperature)
