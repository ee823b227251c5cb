"""axes of length 1 can be left out

Which shape should a batch of one example keep?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    answer = reference.softmax(logits, temperature=temperature, axis=axis)
    return np.squeeze(answer) if answer.size > 1 else answer
