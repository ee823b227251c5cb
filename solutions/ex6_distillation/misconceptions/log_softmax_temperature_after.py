"""the log-probabilities are divided by the temperature at the end

Do the exponentials of your answer still add up to 1?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return reference.log_softmax(logits, axis=axis) / _temperature(temperature)
