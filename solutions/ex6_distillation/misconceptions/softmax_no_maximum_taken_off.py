"""the exponential of a logit is always a number

exp(1000) is too big for a float: what may be taken off all logits without changing anything?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    _below_largest("logits", logits, axis)
    weights = np.exp(np.asarray(logits, dtype=float) / _temperature(temperature))
    return weights / weights.sum(axis=axis, keepdims=True)
