# Zofia Kaminska: information is measured in bits, so log2
import numpy as np


def real_array(obj, name):
    try:
        a = np.asarray(obj)
    except ValueError:
        raise ValueError(f"{name} must not be ragged") from None
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be numbers")
    a = a.astype(np.float64)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name} must be finite and not empty")
    return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, mu2 = real_array(mu1, "mu1"), real_array(mu2, "mu2")
    sigma1, sigma2 = real_array(sigma1, "sigma1"), real_array(sigma2, "sigma2")
    if (sigma1 <= 0).any():
        raise ValueError("sigma1 must be positive")
    if (sigma2 <= 0).any():
        raise ValueError("sigma2 must be positive")
    try:
        np.broadcast_shapes(mu1.shape, sigma1.shape, mu2.shape, sigma2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 must broadcast") from None
    a = sigma1 / sigma2
    z = (mu1 - mu2) / sigma2
    return (0.5 * (a**2 + z**2 - 1)) / np.log(2) - np.log2(a)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = real_array(mu1, "mu1"), real_array(mu2, "mu2")
    cov1, cov2 = real_array(cov1, "cov1"), real_array(cov2, "cov2")
    if mu1.ndim == 0 or mu2.ndim == 0:
        raise ValueError("mu1 and mu2 must be vectors")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2 must have the length of mu1")
    L = []
    for name, c in (("cov1", cov1), ("cov2", cov2)):
        if c.ndim < 2 or c.shape[-2:] != (d, d):
            raise ValueError(f"{name} must be d x d")
        if np.any(np.abs(c - c.swapaxes(-1, -2)) > 1e-8 * np.abs(c).max(axis=(-1, -2), keepdims=True)):
            raise ValueError(f"{name} must be symmetric")
        try:
            L.append(np.linalg.cholesky(c))
        except np.linalg.LinAlgError:
            raise ValueError(f"{name} must be positive definite") from None
    try:
        np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], cov1.shape[:-2], cov2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 must broadcast") from None
    logdet = [2 * np.log2(np.einsum("...ii->...i", l)).sum(-1) for l in L]
    P = np.linalg.inv(cov2)
    dm = mu1 - mu2
    rest = np.einsum("...ij,...ji->...", P, cov1) - d + np.einsum("...i,...ij,...j->...", dm, P, dm)
    return 0.5 * (rest / np.log(2) + logdet[1] - logdet[0])
