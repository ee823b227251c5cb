"""Beatriz Souza, lista 2"""
import numpy as np


def prepare(name, x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: not an array")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name}: should be real numbers")
    if x.size == 0:
        raise ValueError(f"{name}: empty")
    x = x.astype(np.float64)
    if not np.isfinite(x).all():
        raise ValueError(f"{name}: NaN or inf inside")
    return x


def phi(u):
    """u - log(1+u); alternating series near zero"""
    small = np.abs(u) < 0.1
    v = np.where(small, u, 0.0)
    s = sum((-v) ** k / k for k in range(2, 20))
    big = np.where(small, 1.0, u)
    return np.where(small, s, big - np.log1p(big))


def _uni(dm, s1, s2):
    with np.errstate(over="ignore"):
        u = (s1 - s2) / s2
        mid = (u > -0.9) & (u < 1e3)
        w = np.where(mid, u, 0.0)
        r = s1 / s2
        outer = 0.5 * (r * r - 1) - (np.log(s1) - np.log(s2))
        return np.where(mid, 0.5 * w * w + phi(w), outer) + 0.5 * (dm / s2) ** 2


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, mu2 = prepare("mu1", mu1), prepare("mu2", mu2)
    sigma1, sigma2 = prepare("sigma1", sigma1), prepare("sigma2", sigma2)
    if (sigma1 <= 0).any():
        raise ValueError("sigma1: must be positive")
    if (sigma2 <= 0).any():
        raise ValueError("sigma2: must be positive")
    try:
        np.broadcast_shapes(mu1.shape, mu2.shape, sigma1.shape, sigma2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes")
    with np.errstate(over="ignore"):
        dm = mu1 - mu2
    return _uni(dm, sigma1, sigma2)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = prepare("mu1", mu1), prepare("mu2", mu2)
    cov1, cov2 = prepare("cov1", cov1), prepare("cov2", cov2)
    if mu1.ndim == 0 or mu2.ndim == 0:
        raise ValueError("mu1, mu2: must be vectors")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2: wrong length")
    for name, c in (("cov1", cov1), ("cov2", cov2)):
        if c.shape[-2:] != (d, d):
            raise ValueError(f"{name}: wrong shape")
        if (np.abs(c - c.swapaxes(-1, -2)) > 1e-8 * np.abs(c).max((-1, -2), keepdims=True)).any():
            raise ValueError(f"{name}: must be symmetric")
        try:
            np.linalg.cholesky(c)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name}: must be positive definite")
    try:
        np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], cov1.shape[:-2], cov2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: batch")
    # the standard deviations sit on the diagonal
    s1 = np.sqrt(np.einsum("...ii->...i", cov1))
    s2 = np.sqrt(np.einsum("...ii->...i", cov2))
    return _uni(mu1 - mu2, s1, s2).sum(-1)
