"""warnings about impossible classes are nobody's business

What appears on the screen for a valid logit of -inf?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    answer = reference.softmax(logits, temperature=temperature, axis=axis)
    with np.errstate(under="ignore"):
        np.log(np.where(np.isneginf(np.asarray(logits, dtype=float)), 0.0, 1.0))
    return answer
