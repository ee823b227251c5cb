"""the logits are multiplied by the temperature

Should a high temperature sharpen or flatten?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    return reference.softmax(logits, temperature=1 / _temperature(temperature), axis=axis)
