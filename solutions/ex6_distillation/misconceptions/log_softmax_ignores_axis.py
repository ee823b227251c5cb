"""classes always lie along the last axis

What does the argument axis change in your function?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return reference.log_softmax(logits, temperature=temperature)
