"""there is one pair of Gaussians and no batch

What does your function do with a batch of covariances?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    if np.ndim(answer):
        raise ValueError("mu1 and mu2 must have one axis, cov1 and cov2 two")
    return answer
