"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def entropy(p, *, axis=-1, base=None):
    answer = reference.entropy(p, axis=axis, base=base)
    print(answer)
    return answer
