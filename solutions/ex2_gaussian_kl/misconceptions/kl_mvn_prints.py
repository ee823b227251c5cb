"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    print("KL =", answer)
    return answer
