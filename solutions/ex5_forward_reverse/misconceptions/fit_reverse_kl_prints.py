"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def fit_reverse_kl(weights, means, sigmas):
    answer = reference.fit_reverse_kl(weights, means, sigmas)
    print(answer)
    return answer
