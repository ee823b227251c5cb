"""the probabilities are divided by the temperature at the end

Do your probabilities still add up to 1?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    return reference.softmax(logits, axis=axis) / _temperature(temperature)
