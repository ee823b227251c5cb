"""the largest probability is 1

By what does the definition divide, and what do your probabilities add up to?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    weights = np.exp(_below_largest("logits", logits, axis) / _temperature(temperature))
    return weights / weights.max(axis=axis, keepdims=True)
