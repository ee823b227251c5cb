"""the arguments are single numbers

What does your function do with an array of means?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    answer = reference.kl_normal(mu1, sigma1, mu2, sigma2)
    if np.size(answer) > 1:
        raise TypeError("only single numbers can be converted")
    return answer
