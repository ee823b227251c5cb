"""a batch can come back as a list

What could a caller not do with a list that an array allows?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    return answer.tolist() if np.ndim(answer) else answer
