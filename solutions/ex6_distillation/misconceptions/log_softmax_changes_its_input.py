"""arrays can be prepared in place

Look at your input after the call: is it still what the caller gave you?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    answer = reference.log_softmax(logits, temperature=temperature, axis=axis)
    if isinstance(logits, np.ndarray) and logits.dtype == float:
        logits /= temperature
        logits -= logits.max(axis=axis, keepdims=True)
    return answer
