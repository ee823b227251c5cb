"""all arguments have the same shape

What should happen for one Gaussian against a batch of others?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)

    answer = reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    if len({a.shape for a in (mu1, sigma1, mu2, sigma2)}) > 1:
        raise ValueError("mu1, sigma1, mu2 and sigma2 must have equal shapes")
    return answer
