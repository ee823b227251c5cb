"""the logits are multiplied by the temperature

Should a high temperature sharpen or flatten?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return reference.log_softmax(logits, temperature=1 / _temperature(temperature), axis=axis)
