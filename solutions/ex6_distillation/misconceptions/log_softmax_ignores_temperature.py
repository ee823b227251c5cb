"""the temperature is only there for the training

Does your answer move when only the temperature does?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    _temperature(temperature)
    return reference.log_softmax(logits, axis=axis)
