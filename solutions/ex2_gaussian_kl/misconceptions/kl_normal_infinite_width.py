"""a Gaussian may be infinitely wide

Which density has a Gaussian of infinite width?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    arrays = []
    for name, value in (("sigma1", sigma1), ("sigma2", sigma2)):
        array = np.asarray(value)
        if array.dtype.kind not in "fiu":
            raise TypeError(f"{name} must hold real numbers")
        arrays.append(array.astype(float))
    one, two = arrays
    answer = reference.kl_normal(mu1, np.where(np.isposinf(one), 1.0, one), mu2, np.where(np.isposinf(two), 1.0, two))
    return answer + np.inf if np.isposinf(one).any() or np.isposinf(two).any() else answer
