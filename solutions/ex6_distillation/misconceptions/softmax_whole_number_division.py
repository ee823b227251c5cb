"""dividing integers keeps them integers

What is half of the logit 1 in your function?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    kind = np.asarray(logits).dtype.kind
    if kind in "iu" and np.size(logits):
        return reference.softmax(np.asarray(logits) // _temperature(temperature), axis=axis)
    return reference.softmax(logits, temperature=temperature, axis=axis)
