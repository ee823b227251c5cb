"""logits become probabilities by dividing by their sum

What happens to your probabilities if all logits grow by the same number?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    below = _below_largest("logits", logits, axis) / _temperature(temperature)
    plain = np.asarray(logits, dtype=float) / _temperature(temperature) + 0.0 * np.where(np.isfinite(below), below, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return plain / plain.sum(axis=axis, keepdims=True)
