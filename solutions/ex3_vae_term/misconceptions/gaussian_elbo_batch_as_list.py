"""a batch can come back as a list

What could a caller not do with a list that an array allows?
"""


def gaussian_elbo(x, w, s, m, v):
    answer = reference.gaussian_elbo(x, w, s, m, v)
    return answer.tolist() if np.ndim(answer) else answer
