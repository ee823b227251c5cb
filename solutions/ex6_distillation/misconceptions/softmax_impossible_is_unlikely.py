"""an impossible class is just a very unlikely one

Which probability should be left for a class that cannot happen?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    _below_largest("logits", logits, axis)
    plain = np.asarray(logits, dtype=float)
    return reference.softmax(np.where(np.isneginf(plain), -20.0, plain), temperature=temperature, axis=axis)
