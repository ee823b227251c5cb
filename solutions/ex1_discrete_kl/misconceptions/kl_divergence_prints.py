"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    answer = reference.kl_divergence(p, q, axis=axis, base=base)
    print("KL =", answer)
    return answer
