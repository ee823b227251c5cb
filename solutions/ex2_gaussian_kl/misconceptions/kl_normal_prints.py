"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    answer = reference.kl_normal(mu1, sigma1, mu2, sigma2)
    print("KL =", answer)
    return answer
