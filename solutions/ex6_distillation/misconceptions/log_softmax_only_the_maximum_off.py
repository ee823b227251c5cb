"""taking off the largest logit is all that log-sum-exp does

How much larger than the maximum is a log-sum-exp of two equal logits?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    scaled = _below_largest("logits", logits, axis) / _temperature(temperature)
    return scaled
