import math
import numpy as np


def zahlen(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(name + ": ragged") from None
    if a.dtype.kind in "OUSMmVc":
        raise TypeError(name + ": not real numbers")
    a = a.astype(np.float64)
    if a.size == 0:
        raise ValueError(name + ": empty")
    if not np.isfinite(a).all():
        raise ValueError(name + ": nan or inf")
    return a


def einzeln(m1, s1, m2, s2):
    return math.log(s2 / s1) + (s1 + (m1 - m2) ** 2) / (2 * s2) - 0.5


vielfach = np.vectorize(einzeln, otypes=[float])


def kl_normal(mu1, sigma1, mu2, sigma2):
    args = [zahlen(x, n) for x, n in
            ((mu1, "mu1"), (sigma1, "sigma1"), (mu2, "mu2"), (sigma2, "sigma2"))]
    for i, n in ((1, "sigma1"), (3, "sigma2")):
        if args[i].min() <= 0:
            raise ValueError(n + ": must be positive")
    try:
        return vielfach(*args)[()]
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes do not match") from None


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2, cov1, cov2 = (zahlen(mu1, "mu1"), zahlen(mu2, "mu2"),
                            zahlen(cov1, "cov1"), zahlen(cov2, "cov2"))
    if mu1.ndim == 0 or mu2.ndim == 0 or mu1.shape[-1] != mu2.shape[-1]:
        raise ValueError("mu1 and mu2 must be vectors of one length")
    d = mu1.shape[-1]
    for n, c in (("cov1", cov1), ("cov2", cov2)):
        if c.shape[-2:] != (d, d):
            raise ValueError(n + ": wrong shape")
        if np.any(np.abs(c - np.swapaxes(c, -1, -2)) > 1e-8 * np.abs(c).max(axis=(-1, -2), keepdims=True)):
            raise ValueError(n + ": not symmetric")
        try:
            np.linalg.cholesky(c)
        except np.linalg.LinAlgError:
            raise ValueError(n + ": not positive definite") from None
    try:
        np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], cov1.shape[:-2], cov2.shape[:-2])
    except ValueError:
        raise ValueError("batch of mu1, cov1, mu2, cov2") from None
    diff = mu1 - mu2
    lin = np.linalg.solve(cov2, diff[..., None])[..., 0]
    # the 1-d formula has -1/2, i.e. minus one inside the bracket
    return 0.5 * (np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1] - 1
                  + np.trace(np.linalg.solve(cov2, cov1), axis1=-2, axis2=-1)
                  + np.sum(diff * lin, axis=-1))
