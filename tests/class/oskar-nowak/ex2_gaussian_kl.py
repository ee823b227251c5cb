"""
Gaussian KL via eigenvalues.
If q is whitened (S2 -> identity), KL only depends on the eigenvalues of the
transformed S1 and on the length of the transformed mean difference.
"""
import numpy as np

_REAL = (np.integer, np.floating)


def _load(obj, name):
    try:
        a = np.asarray(obj)
    except ValueError:
        raise ValueError(name + ": ragged list")
    if not any(np.issubdtype(a.dtype, t) for t in _REAL):
        raise TypeError(name + ": wrong type, real numbers needed")
    a = a.astype(float)
    if a.size == 0:
        raise ValueError(name + ": empty input")
    if np.isnan(a).any():
        raise ValueError(name + ": NaN")
    if np.isinf(a).any():
        raise ValueError(name + ": infinity")
    return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, mu2 = _load(mu1, "mu1"), _load(mu2, "mu2")
    sigma1, sigma2 = _load(sigma1, "sigma1"), _load(sigma2, "sigma2")
    if sigma1.min() <= 0:
        raise ValueError("sigma1: must be positive")
    if sigma2.min() <= 0:
        raise ValueError("sigma2: must be positive")
    try:
        np.broadcast_shapes(mu1.shape, mu2.shape, sigma1.shape, sigma2.shape)
    except ValueError:
        raise ValueError("mu1/sigma1/mu2/sigma2: shapes are incompatible")
    lam = (sigma1 / sigma2) ** 2
    return 0.5 * (lam - np.log(lam) - 1 + ((mu2 - mu1) / sigma2) ** 2)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return np.sum(kl_normal(mu1, sigma1, mu2, sigma2), axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = _load(mu1, "mu1"), _load(mu2, "mu2")
    cov1, cov2 = _load(cov1, "cov1"), _load(cov2, "cov2")
    for name, m in {"mu1": mu1, "mu2": mu2}.items():
        if m.ndim == 0:
            raise ValueError(name + ": must have shape (..., d)")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2: length differs from mu1")
    for name, c in {"cov1": cov1, "cov2": cov2}.items():
        if c.ndim < 2 or c.shape[-2:] != (d, d):
            raise ValueError(name + ": must have shape (..., d, d)")
        if np.any(np.abs(c - c.swapaxes(-1, -2)) >
                  1e-8 * np.abs(c).max(axis=(-1, -2), keepdims=True)):
            raise ValueError(name + ": not symmetric")
        w = np.linalg.eigvalsh(c)
        # eigenvalues carry rounding errors of size eps * largest
        if np.any(w[..., 0] <= 4e-16 * d * np.abs(w).max(axis=-1)):
            raise ValueError(name + ": not positive definite")
    try:
        np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], cov1.shape[:-2], cov2.shape[:-2])
    except ValueError:
        raise ValueError("mu1/cov1/mu2/cov2: batch shapes are incompatible")
    w2, V2 = np.linalg.eigh(cov2)
    W = V2.swapaxes(-1, -2) / np.sqrt(w2)[..., None]        # W cov2 W^T = 1
    lam = np.linalg.eigvalsh(W @ cov1 @ W.swapaxes(-1, -2))
    z = (W @ (mu2 - mu1)[..., None])[..., 0]
    log_det_ratio = np.log(np.linalg.eigvalsh(cov1)).sum(-1) - np.log(w2).sum(-1)
    return 0.5 * (lam.sum(axis=-1) - d - log_det_ratio + np.sum(z * z, axis=-1))
