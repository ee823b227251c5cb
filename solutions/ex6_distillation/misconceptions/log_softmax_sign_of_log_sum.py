"""the log-sum-exp is added

Can the logarithm of a probability be above 0?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    scaled = _below_largest("logits", logits, axis) / _temperature(temperature)
    return scaled + np.log(np.exp(scaled).sum(axis=axis, keepdims=True))
