# 张伟 Wei Zhang
import numpy as np
from scipy import linalg as sl


def _real(name, v):
    try:
        v = np.array(v)
    except ValueError:
        raise ValueError(f"{name} ragged")
    if not np.issubdtype(v.dtype, np.floating) and not np.issubdtype(v.dtype, np.integer):
        raise TypeError(f"{name} must be real")
    v = v.astype(np.float64)
    if v.size == 0:
        raise ValueError(f"{name} empty")
    if not np.isfinite(v).all():
        raise ValueError(f"{name} not finite")
    return v


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1, m2, s2 = _real("mu1", mu1), _real("sigma1", sigma1), _real("mu2", mu2), _real("sigma2", sigma2)
    if np.any(s1 <= 0):
        raise ValueError("sigma1 must be positive")
    if np.any(s2 <= 0):
        raise ValueError("sigma2 must be positive")
    try:
        m1, s1, m2, s2 = np.broadcast_arrays(m1, s1, m2, s2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 do not broadcast")
    r = s1 / s2
    d = (m1 - m2) / s2
    return np.log(r) + 0.5 * r * r + 0.5 * d * d - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2 = _real("mu1", mu1), _real("mu2", mu2)
    c1, c2 = _real("cov1", cov1), _real("cov2", cov2)
    if m1.ndim < 1:
        raise ValueError("mu1 not a vector")
    d = m1.shape[-1]
    if m2.shape[-1:] != (d,):
        raise ValueError("mu2 wrong length")
    for n, c in [("cov1", c1), ("cov2", c2)]:
        if c.shape[-2:] != (d, d):
            raise ValueError(f"{n} wrong shape")
        for i in np.ndindex(c.shape[:-2]):
            if np.abs(c[i] - c[i].T).max() > 1e-8 * np.abs(c[i]).max():
                raise ValueError(f"{n} not symmetric")
            try:
                sl.cholesky(c[i])
            except sl.LinAlgError:
                raise ValueError(f"{n} not positive definite")
    try:
        b = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], c1.shape[:-2], c2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 batches")
    m1, m2 = np.broadcast_to(m1, b + (d,)), np.broadcast_to(m2, b + (d,))
    c1, c2 = np.broadcast_to(c1, b + (d, d)), np.broadcast_to(c2, b + (d, d))
    res = np.empty(b)
    for i in np.ndindex(b):
        f = sl.cho_factor(c2[i])
        delta = m2[i] - m1[i]
        res[i] = 0.5 * (np.trace(sl.cho_solve(f, c1[i])) + delta @ sl.cho_solve(f, delta) - d
                        + np.linalg.slogdet(c1[i])[1] - np.linalg.slogdet(c2[i])[1])
    return res[()]
