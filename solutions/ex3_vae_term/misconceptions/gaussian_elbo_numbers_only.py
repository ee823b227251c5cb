"""the arguments are single numbers

What does your function do with an array of means?
"""


def gaussian_elbo(x, w, s, m, v):
    for value in (x, w, s, m, v):
        if isinstance(value, (list, tuple, np.ndarray)) and np.shape(value[0]) + (len(value),) != (1,):
            raise TypeError("only numbers can be converted")
    return reference.gaussian_elbo(x, w, s, m, v)
