"""a batch can come back as a list

What could a caller not do with a list that an array allows?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    answer = reference.kl_normal(mu1, sigma1, mu2, sigma2)
    return answer.tolist() if np.ndim(answer) else answer
