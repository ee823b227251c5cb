"""nan goes in and nan comes out, the caller will notice

Should a function answer when its input is no logit?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    try:
        return reference.softmax(logits, temperature=temperature, axis=axis)
    except ValueError as error:
        if "temperature" in str(error):
            raise
    return np.full(np.shape(np.asarray(logits, dtype=float)), np.nan)
