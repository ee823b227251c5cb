import numpy as np
from numpy.linalg import LinAlgError, cholesky, slogdet, solve

# KL( N(mu1, sigma1^2) || N(mu2, sigma2^2) )
#   = log(sigma2/sigma1) + (sigma1^2 + (mu1-mu2)^2) / (2 sigma2^2) - 1/2


def arr(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(name + " is not a rectangular array")
    if a.dtype.kind not in ("i", "u", "f", "b"):
        raise TypeError(name + " must be numeric")
    a = a.astype(np.float64)
    if a.size == 0:
        raise ValueError(name + " must not be empty")
    if np.isnan(a).any() or np.isinf(a).any():
        raise ValueError(name + " must be finite")
    return a


def sd(x, name):
    a = arr(x, name)
    if np.any(a <= 0):
        raise ValueError(name + " must be positive")
    return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, m2 = arr(mu1, "mu1"), arr(mu2, "mu2")
    s1, s2 = sd(sigma1, "sigma1"), sd(sigma2, "sigma2")
    try:
        np.broadcast_shapes(m1.shape, s1.shape, m2.shape, s2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2 and sigma2 do not broadcast")
    return np.log(s2 / s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2 = arr(mu1, "mu1"), arr(mu2, "mu2")
    S1, S2 = arr(cov1, "cov1"), arr(cov2, "cov2")
    if m1.ndim == 0:
        raise ValueError("mu1 must be (..., d)")
    d = m1.shape[-1]
    if m2.ndim == 0 or m2.shape[-1] != d:
        raise ValueError("mu2 must be (..., d) with the d of mu1")
    for S, name in ((S1, "cov1"), (S2, "cov2")):
        if S.ndim < 2 or S.shape[-2:] != (d, d):
            raise ValueError(name + " must be (..., d, d)")
        big = np.abs(S).max(axis=(-2, -1))
        if (np.abs(S - np.swapaxes(S, -2, -1)).max(axis=(-2, -1)) > 1e-8 * big).any():
            raise ValueError(name + " must be symmetric")
        try:
            cholesky(S)
        except LinAlgError:
            raise ValueError(name + " must be positive definite")
    try:
        shape = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], S1.shape[:-2], S2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: batches do not broadcast")
    S1 = np.broadcast_to(S1, shape + (d, d))
    S2 = np.broadcast_to(S2, shape + (d, d))
    dm = np.broadcast_to(m2 - m1, shape + (d,))
    trace = np.trace(solve(S2, S1), axis1=-2, axis2=-1)
    maha = np.sum(dm * solve(S2, dm[..., None])[..., 0], axis=-1)
    logdets = slogdet(S2)[1] - slogdet(S1)[1]
    return 0.5 * (trace + maha - d + logdets)
