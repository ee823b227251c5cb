"""only the logit in front is divided by the temperature

At which temperature is your log-sum-exp?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    plain = _below_largest("logits", logits, axis)
    return plain / _temperature(temperature) - np.log(np.exp(plain).sum(axis=axis, keepdims=True))
