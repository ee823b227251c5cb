"""Exercise 2 by Wanjiru Kamau."""
import numpy as np


def as_float(x, name):
    try:
        a = np.asarray(x, dtype=np.float64)
    except (ValueError, TypeError):
        raise ValueError(f"{name} cannot be converted to numbers")
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name} must be finite and not empty")
    return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, m2 = as_float(mu1, "mu1"), as_float(mu2, "mu2")
    s1, s2 = as_float(sigma1, "sigma1"), as_float(sigma2, "sigma2")
    if s1.min() <= 0:
        raise ValueError("sigma1 must be positive")
    if s2.min() <= 0:
        raise ValueError("sigma2 must be positive")
    try:
        np.broadcast_shapes(m1.shape, m2.shape, s1.shape, s2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 must have broadcastable shapes")
    return np.log(s2) - np.log(s1) + 0.5 * (s1 / s2) ** 2 + 0.5 * ((m1 - m2) / s2) ** 2 - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2, A, B = as_float(mu1, "mu1"), as_float(mu2, "mu2"), as_float(cov1, "cov1"), as_float(cov2, "cov2")
    if m1.ndim == 0 or m2.ndim == 0 or m1.shape[-1] != m2.shape[-1]:
        raise ValueError("mu1 and mu2 must be vectors of equal length")
    d = m1.shape[-1]
    for name, C in (("cov1", A), ("cov2", B)):
        if C.shape[-2:] != (d, d):
            raise ValueError(f"{name} must be {d} x {d}")
        if np.any(np.abs(C - C.swapaxes(-1, -2)) > 1e-8 * np.abs(C).max((-1, -2), keepdims=True)):
            raise ValueError(f"{name} must be symmetric")
        try:
            np.linalg.cholesky(C)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name} must be positive definite")
    try:
        np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], A.shape[:-2], B.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 must have broadcastable batches")
    dm = m2 - m1
    sol = np.linalg.solve(B, dm[..., None])[..., 0]
    return 0.5 * (np.trace(np.linalg.solve(B, A), axis1=-2, axis2=-1) + np.sum(dm * sol, -1) - d
                  + np.linalg.slogdet(B)[1] - np.linalg.slogdet(A)[1])
