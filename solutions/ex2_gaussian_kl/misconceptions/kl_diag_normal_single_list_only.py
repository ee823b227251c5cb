"""there is one pair of Gaussians and no batch

What does your function do with a batch?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    answer = reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    if np.ndim(answer):
        raise ValueError("mu1, sigma1, mu2 and sigma2 must have one axis")
    return answer
