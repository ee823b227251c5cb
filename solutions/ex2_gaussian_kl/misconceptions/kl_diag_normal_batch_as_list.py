"""a batch can come back as a list

What could a caller not do with a list that an array allows?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    answer = reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    return answer.tolist() if np.ndim(answer) else answer
