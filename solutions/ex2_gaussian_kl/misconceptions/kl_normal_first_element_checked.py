"""it is enough to look at the first element of an array

Which elements of an array can be bad?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = (
        _real_array(n, a) for n, a in (("mu1", mu1), ("sigma1", sigma1), ("mu2", mu2), ("sigma2", sigma2))
    )
    one, two = (np.where(a > 0, a, 1.0) if a.ndim and a.flat[0] > 0 else a for a in (sigma1, sigma2))
    answer = reference.kl_normal(mu1, one, mu2, two)
    return answer if np.array_equal(one, sigma1) and np.array_equal(two, sigma2) else answer + np.nan
