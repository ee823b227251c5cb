"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    answer = reference.softmax(logits, temperature=temperature, axis=axis)
    print(answer)
    return answer
