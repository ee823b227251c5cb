"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    answer = reference.log_softmax(logits, temperature=temperature, axis=axis)
    print(answer)
    return answer
