"""Ejercicio 2 - Ximena Ortega"""
import numpy as np
from numpy.linalg import inv, slogdet, cholesky, LinAlgError


def numeros(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError("ragged: " + name)
    if not np.can_cast(x.dtype, "f8", "same_kind"):
        raise TypeError("type of " + name)
    x = x.astype("f8")
    if x.size == 0:
        raise ValueError("empty: " + name)
    if not np.isfinite(x).all():
        raise ValueError("not finite: " + name)
    return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, mu2, sigma1, sigma2 = (numeros(mu1, "mu1"), numeros(mu2, "mu2"),
                                numeros(sigma1, "sigma1"), numeros(sigma2, "sigma2"))
    for s, n in ((sigma1, "sigma1"), (sigma2, "sigma2")):
        if not (s > 0).all():
            raise ValueError("not positive: " + n)
    try:
        np.broadcast_shapes(mu1.shape, mu2.shape, sigma1.shape, sigma2.shape)
    except ValueError:
        raise ValueError("shapes of mu1, sigma1, mu2, sigma2")
    log_part = np.log(sigma2) - np.log(sigma1)
    fraction = (sigma1**2 + (mu1 - mu2) ** 2) / sigma2**2
    return log_part + fraction - 1 / 2


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2, cov1, cov2 = (numeros(mu1, "mu1"), numeros(mu2, "mu2"),
                            numeros(cov1, "cov1"), numeros(cov2, "cov2"))
    if mu1.ndim == 0 or mu2.ndim == 0:
        raise ValueError("mu1 and mu2 must be vectors")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("length of mu2")
    for c, n in ((cov1, "cov1"), (cov2, "cov2")):
        if c.ndim < 2 or c.shape[-2:] != (d, d):
            raise ValueError("shape of " + n)
        m = np.abs(c).max(axis=(-1, -2))
        if (np.abs(c - c.swapaxes(-1, -2)).max(axis=(-1, -2)) > 1e-8 * m).any():
            raise ValueError("asymmetric: " + n)
        try:
            cholesky(c)
        except LinAlgError:
            raise ValueError("not positive definite: " + n)
    try:
        np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], cov1.shape[:-2], cov2.shape[:-2])
    except ValueError:
        raise ValueError("batches of mu1, cov1, mu2, cov2")
    tr = np.trace(inv(cov1) @ cov2, axis1=-1, axis2=-2)
    v = (mu2 - mu1)[..., None]
    maha = (v.swapaxes(-1, -2) @ inv(cov2) @ v)[..., 0, 0]
    return (tr + maha - d + slogdet(cov2)[1] - slogdet(cov1)[1]) / 2
