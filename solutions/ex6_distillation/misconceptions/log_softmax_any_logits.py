"""nan goes in and nan comes out, the caller will notice

Should a function answer when its input is no logit?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    try:
        return reference.log_softmax(logits, temperature=temperature, axis=axis)
    except ValueError as error:
        if "temperature" in str(error):
            raise
    return np.full(np.shape(np.asarray(logits, dtype=float)), np.nan)
