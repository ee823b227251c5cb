"""the arguments are single numbers

What does your function do with an array of means?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    for value in (mu1, sigma1, mu2, sigma2):
        if isinstance(value, (list, tuple, np.ndarray)) and np.shape(value) and np.shape(value[0]) + (len(value),) != (1,):
            raise TypeError("only single numbers can be converted")
    return reference.kl_normal(mu1, sigma1, mu2, sigma2)
