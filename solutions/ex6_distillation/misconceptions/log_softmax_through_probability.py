"""the logarithm of softmax can be taken at the end

What is the logarithm of a probability of exp(-800)?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    with np.errstate(divide="ignore"):
        return np.log(reference.softmax(logits, temperature=temperature, axis=axis))
