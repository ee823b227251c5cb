"""any base does for the exponential, for example 2

Which number does the definition raise to the power of the logits?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    return reference.softmax(logits, temperature=_temperature(temperature) / np.log(2), axis=axis)
