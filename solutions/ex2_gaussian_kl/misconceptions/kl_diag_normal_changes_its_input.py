"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    answer = reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    if isinstance(sigma1, np.ndarray) and sigma1.dtype == float:
        np.multiply(sigma1, sigma1, out=sigma1)
    return answer
