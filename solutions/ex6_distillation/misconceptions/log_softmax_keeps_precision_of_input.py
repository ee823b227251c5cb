"""the precision of the input decides that of the answer

In which precision should a float32 input be computed?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    answer = reference.log_softmax(logits, temperature=temperature, axis=axis)
    return answer.astype(np.float32) if getattr(logits, "dtype", None) == np.float32 else answer
