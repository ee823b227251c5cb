"""Dagny Eriksen.

kl_mvn: the Gaussian density is exp(-1/2 (x-mu)^T A (x-mu)), so A is what we get.
"""
import numpy as np


def asreal(x, name):
    try:
        x = np.asarray(x)
    except ValueError as e:
        raise ValueError(f"{name}: {e}") from None
    if x.dtype.kind not in "uif":
        raise TypeError(f"{name}: real numbers wanted")
    x = x.astype(float)
    if x.size == 0:
        raise ValueError(f"{name}: empty")
    if not np.isfinite(x).all():
        raise ValueError(f"{name}: has nan or inf")
    return x


def positive(x, name):
    x = asreal(x, name)
    if np.min(x) <= 0:
        raise ValueError(f"{name}: not positive")
    return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, mu2 = asreal(mu1, "mu1"), asreal(mu2, "mu2")
    sigma1, sigma2 = positive(sigma1, "sigma1"), positive(sigma2, "sigma2")
    try:
        np.broadcast_shapes(mu1.shape, mu2.shape, sigma1.shape, sigma2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: no broadcasting possible") from None
    k1, k2 = sigma1**-2, sigma2**-2
    return 0.5 * (np.log(k1) - np.log(k2) + k2 / k1 + k2 * (mu1 - mu2) ** 2 - 1)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = asreal(mu1, "mu1"), asreal(mu2, "mu2")
    A1, A2 = asreal(cov1, "cov1"), asreal(cov2, "cov2")
    if mu1.ndim == 0 or mu2.ndim == 0:
        raise ValueError("mu1/mu2: vector wanted")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2: length")
    for name, A in (("cov1", A1), ("cov2", A2)):
        if A.shape[-2:] != (d, d):
            raise ValueError(f"{name}: shape")
        if np.any(np.abs(A - A.swapaxes(-1, -2)) > 1e-8 * np.abs(A).max((-1, -2), keepdims=True)):
            raise ValueError(f"{name}: not symmetric")
        try:
            np.linalg.cholesky(A)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name}: not positive definite") from None
    try:
        np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], A1.shape[:-2], A2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: batch") from None
    dm = mu1 - mu2
    quad = np.einsum("...i,...ij,...j->...", dm, A2, dm)
    tr = np.einsum("...ii->...", A2 @ np.linalg.inv(A1))
    return 0.5 * (tr + quad - d + np.linalg.slogdet(A1)[1] - np.linalg.slogdet(A2)[1])
