"""NaN explains itself

Which comparison is true for NaN?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    arrays = [np.asarray(a) for a in (mu1, cov1, mu2, cov2)]
    if any(a.dtype.kind not in "fiu" or not np.isnan(a).any() for a in arrays if a.dtype.kind not in "fiu" or np.isnan(a).any()):
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    if not any(np.isnan(a).any() for a in arrays):
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    return np.nan
