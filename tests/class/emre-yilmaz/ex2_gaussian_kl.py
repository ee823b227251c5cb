from math import log, isnan, isinf
import numpy as np


def kl_normal(mu1, sigma1, mu2, sigma2):
    for name, v in [("mu1", mu1), ("sigma1", sigma1), ("mu2", mu2), ("sigma2", sigma2)]:
        if not isinstance(v, (int, float, np.number)):
            raise TypeError(name + " must be a number")
        if isnan(v) or isinf(v):
            raise ValueError(name + " must be finite")
    if sigma1 <= 0:
        raise ValueError("sigma1 must be positive")
    if sigma2 <= 0:
        raise ValueError("sigma2 must be positive")
    return log(sigma2 / sigma1) + (sigma1 ** 2 + (mu1 - mu2) ** 2) / (2 * sigma2 ** 2) - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    total = 0.0
    for a, b, c, d in zip(np.ravel(mu1), np.ravel(sigma1), np.ravel(mu2), np.ravel(sigma2)):
        total += kl_normal(a, b, c, d)
    return total


def kl_mvn(mu1, cov1, mu2, cov2):
    arrays = []
    for name, v in [("mu1", mu1), ("cov1", cov1), ("mu2", mu2), ("cov2", cov2)]:
        try:
            v = np.asarray(v)
        except ValueError:
            raise ValueError(name + " is ragged")
        if v.dtype.kind not in "iuf":
            raise TypeError(name + " must be numbers")
        if not np.isfinite(v).all() or v.size == 0:
            raise ValueError(name + " must be finite")
        arrays.append(v.astype(float))
    m1, c1, m2, c2 = arrays
    if m1.ndim != 1:
        raise ValueError("mu1 must be a vector")
    d = len(m1)
    if m2.shape != (d,):
        raise ValueError("mu2 must be a vector of length %d" % d)
    for name, c in (("cov1", c1), ("cov2", c2)):
        if c.shape != (d, d):
            raise ValueError(name + " must be a %d x %d matrix" % (d, d))
        if abs(c - c.T).max() > 1e-8 * abs(c).max():
            raise ValueError(name + " must be symmetric")
        try:
            np.linalg.cholesky(c)
        except np.linalg.LinAlgError:
            raise ValueError(name + " must be positive definite")
    P = np.linalg.inv(c2)
    return 0.5 * (np.trace(P @ c1) + (m2 - m1) @ P @ (m2 - m1) - d + np.linalg.slogdet(c2)[1] - np.linalg.slogdet(c1)[1])
