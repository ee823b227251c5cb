"""Jin Park. Exercise on Gaussians."""
import numpy as np


def good(x):
    x = np.asarray(x)
    if x.dtype.kind not in "iuf":
        raise TypeError("real numbers expected")
    x = x.astype(float)
    if x.size == 0 or not np.isfinite(x).all():
        raise ValueError("input must be finite and not empty")
    return x


def stable(s, t):
    u = (s - t) / t
    close = np.abs(u) < 0.1
    v = np.where(close, u, 0.0)
    poly = np.zeros_like(v)
    for k in range(20, 1, -1):
        poly = poly * (-v) + 1 / k
    with np.errstate(over="ignore"):
        r = s / t
        return np.where(close, 0.5 * v * v + v * v * poly, 0.5 * (r * r - 1) - (np.log(s) - np.log(t)))


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1, m2, s2 = good(mu1), good(sigma1), good(mu2), good(sigma2)
    if (s1 <= 0).any() or (s2 <= 0).any():
        raise ValueError("standard deviations must be positive")
    with np.errstate(over="ignore"):
        return stable(s1, s2) + 0.5 * ((m1 - m2) / s2) ** 2


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2, C1, C2 = good(mu1), good(mu2), good(cov1), good(cov2)
    if m1.ndim == 0 or m2.ndim == 0 or m1.shape[-1] != m2.shape[-1]:
        raise ValueError("means must be vectors of equal length")
    d = m1.shape[-1]
    for C in (C1, C2):
        if C.shape[-2:] != (d, d):
            raise ValueError("covariance has the wrong shape")
        if (abs(C - C.swapaxes(-1, -2)) > 1e-8 * abs(C).max((-1, -2), keepdims=True)).any():
            raise ValueError("covariance is not symmetric")
    L1, L2 = np.linalg.cholesky(C1), np.linalg.cholesky(C2)
    M = np.linalg.solve(L2, L1)
    y = np.linalg.solve(L2, (m2 - m1)[..., None])[..., 0]
    h = stable(np.einsum("...ii->...i", L1), np.einsum("...ii->...i", L2)).sum(-1)
    return h + 0.5 * (np.tril(M, -1) ** 2).sum((-1, -2)) + 0.5 * (y**2).sum(-1)
