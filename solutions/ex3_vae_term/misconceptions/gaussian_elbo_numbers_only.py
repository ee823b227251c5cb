"""the arguments are single numbers

What does your function do with an array of means?
"""


def gaussian_elbo(x, w, s, m, v):
    answer = reference.gaussian_elbo(x, w, s, m, v)
    if np.size(answer) > 1:
        raise TypeError("only single numbers can be converted")
    return answer
