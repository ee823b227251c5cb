"""the exponentials are averaged before the logarithm

Two equal logits: what do the exponentials of your answer add up to?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    scaled = _below_largest("logits", logits, axis) / _temperature(temperature)
    return scaled - np.log(np.exp(scaled).mean(axis=axis, keepdims=True))
