"""NaN explains itself

Which comparison is true for NaN?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    arrays = []
    for name, value in (("mu1", mu1), ("sigma1", sigma1), ("mu2", mu2), ("sigma2", sigma2)):
        array = np.asarray(value)
        if array.dtype.kind not in "fiu":
            raise TypeError(f"{name} must hold real numbers")
        arrays.append(array.astype(float))
    answer = reference.kl_normal(*(np.where(np.isnan(a), 1.0, a) for a in arrays))
    return answer + np.nan if any(np.isnan(a).any() for a in arrays) else answer
