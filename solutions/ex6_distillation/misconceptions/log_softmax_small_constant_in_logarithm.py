"""adding a small constant inside the logarithm changes nothing

What does a certain class get with your constant?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return np.log(reference.softmax(logits, temperature=temperature, axis=axis) + 1e-8)
