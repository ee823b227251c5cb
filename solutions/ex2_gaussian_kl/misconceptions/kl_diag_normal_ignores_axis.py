"""the coordinates always lie along the last axis

What does the argument axis change in your function?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2)
