"""a Gaussian without width is a legal one

Which density has a Gaussian of width 0?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    sigma1, sigma2 = _real_array("sigma1", sigma1), _real_array("sigma2", sigma2)
    answer = reference.kl_normal(mu1, np.where(sigma1 == 0, 1.0, sigma1), mu2, np.where(sigma2 == 0, 1.0, sigma2))
    flat = (sigma1 == 0) | (sigma2 == 0)
    return answer + np.where(flat, np.inf, 0.0) if flat.any() else answer
