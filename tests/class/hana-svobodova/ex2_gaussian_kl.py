"""Hana Svobodova - saves memory by working in place"""
import numpy as np


def inplace(x, name):
    if isinstance(x, np.ndarray) and x.dtype == np.float64:
        a = x
    else:
        try:
            a = np.array(x)
        except ValueError:
            raise ValueError(f"{name}: ragged")
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{name}: not real")
        a = a.astype(np.float64)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name}: empty or not finite")
    return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1 = inplace(mu1, "mu1"), inplace(sigma1, "sigma1")
    m2, s2 = inplace(mu2, "mu2"), inplace(sigma2, "sigma2")
    if np.any(s1 <= 0):
        raise ValueError("sigma1: must be positive")
    if np.any(s2 <= 0):
        raise ValueError("sigma2: must be positive")
    try:
        np.broadcast_shapes(m1.shape, s1.shape, m2.shape, s2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes")
    s1 *= s1          # variances from here on
    s2 *= s2
    return 0.5 * (np.log(s2) - np.log(s1) + (s1 + (m1 - m2) ** 2) / s2 - 1)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, S1, m2, S2 = inplace(mu1, "mu1"), inplace(cov1, "cov1"), inplace(mu2, "mu2"), inplace(cov2, "cov2")
    if m1.ndim == 0 or m2.ndim == 0:
        raise ValueError("mu1, mu2: vectors needed")
    d = m1.shape[-1]
    if m2.shape[-1] != d:
        raise ValueError("mu2: length")
    for name, S in (("cov1", S1), ("cov2", S2)):
        if S.shape[-2:] != (d, d):
            raise ValueError(f"{name}: shape")
        if (abs(S - S.swapaxes(-1, -2)) > 1e-8 * abs(S).max((-1, -2), keepdims=True)).any():
            raise ValueError(f"{name}: not symmetric")
        try:
            np.linalg.cholesky(S)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name}: not positive definite")
    try:
        np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], S1.shape[:-2], S2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: batch shapes")
    logdets = np.linalg.slogdet(S2)[1] - np.linalg.slogdet(S1)[1]
    S2[...] = np.linalg.inv(S2)
    dm = m1 - m2
    quad = np.einsum("...i,...ij,...j->...", dm, S2, dm)
    tr = np.einsum("...ij,...ji->...", S1, S2)
    return 0.5 * (tr - d + quad + logdets)
