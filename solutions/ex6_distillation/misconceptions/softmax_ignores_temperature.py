"""the temperature is only there for the training

Does your answer move when only the temperature does?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    _temperature(temperature)
    return reference.softmax(logits, axis=axis)
