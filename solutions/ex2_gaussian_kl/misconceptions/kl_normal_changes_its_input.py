"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    answer = reference.kl_normal(mu1, sigma1, mu2, sigma2)
    if isinstance(sigma2, np.ndarray) and sigma2.dtype == float:
        np.multiply(sigma2, sigma2, out=sigma2)
    return answer
