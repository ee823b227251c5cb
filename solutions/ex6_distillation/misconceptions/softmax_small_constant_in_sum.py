"""a small constant in the denominator does no harm

Can the sum of exponentials be 0, once the largest logit is out of the way?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    weights = np.exp(_below_largest("logits", logits, axis) / _temperature(temperature))
    return weights / (weights.sum(axis=axis, keepdims=True) + 1e-8)
