"""a probability below 1e-12 is as good as 1e-12

If the model gives probability 0 to something, what is the logarithm?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return np.log(np.clip(reference.softmax(logits, temperature=temperature, axis=axis), 1e-12, 1))
