"""what was divided by the temperature is multiplied by it in the end

Do the exponentials of your answer still add up to 1?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return _temperature(temperature) * reference.log_softmax(logits, temperature=temperature, axis=axis)
