"""callers only pass sensible temperatures

What does your function say about a temperature of 0, or below?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    try:
        return reference.softmax(logits, temperature=temperature, axis=axis)
    except ValueError as error:
        if "temperature" not in str(error):
            raise
    with np.errstate(all="ignore"):
        scaled = np.asarray(logits, dtype=float) / temperature
        weights = np.exp(scaled)
        return weights / weights.sum(axis=axis, keepdims=True)
