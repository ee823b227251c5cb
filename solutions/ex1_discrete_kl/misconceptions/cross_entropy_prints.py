"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    answer = reference.cross_entropy(p, q, axis=axis, base=base)
    print(answer)
    return answer
