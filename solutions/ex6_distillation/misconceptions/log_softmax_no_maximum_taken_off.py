"""the exponential of a logit is always a number

exp(1000) is too big for a float: what may be taken out of a log-sum-exp first?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    _below_largest("logits", logits, axis)
    scaled = np.asarray(logits, dtype=float) / _temperature(temperature)
    return scaled - np.log(np.exp(scaled).sum(axis=axis, keepdims=True))
