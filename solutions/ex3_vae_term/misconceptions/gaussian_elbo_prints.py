"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def gaussian_elbo(x, w, s, m, v):
    answer = reference.gaussian_elbo(x, w, s, m, v)
    print(answer)
    return answer
