"""the coordinates lie along the first axis unless told otherwise

Which axis does the signature name?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=0 if axis == -1 else axis)
