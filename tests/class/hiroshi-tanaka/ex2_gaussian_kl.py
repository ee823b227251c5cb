# Exercise 2, H. Tanaka
# kl_mvn uses the chain rule of KL: first coordinate, then the conditional
# distribution of the others given the first (Schur complement), and so on.
import math

import numpy as np


def _as_real(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: inconsistent lengths")
    if a.dtype.kind not in "biuf":
        raise TypeError(f"{name}: must be real numbers")
    if a.size == 0:
        raise ValueError(f"{name}: is empty")
    a = np.array(a, dtype=np.float64)   # own copy
    if not np.isfinite(a).all():
        raise ValueError(f"{name}: must be finite")
    return a


def _log_excess(u):
    # u - log(1 + u), |u| <= 0.1, continued sum
    return math.fsum((-1) ** k * u ** k / k for k in range(2, 20))


def _uni(dm, s1, s2):
    """KL of N(dm, s1^2) from N(0, s2^2)"""
    u = (s1 - s2) / s2
    if abs(u) <= 0.1:
        h = u * u + 2 * _log_excess(u)
    else:
        r = s1 / s2
        h = (r - 1) * (r + 1) - 2 * (math.log(s1) - math.log(s2))
    z = dm / s2
    return 0.5 * h + 0.5 * z * z


_uni_array = np.frompyfunc(_uni, 3, 1)


def _elementwise(mu1, sigma1, mu2, sigma2):
    a = _as_real(mu1, "mu1")
    b = _as_real(sigma1, "sigma1")
    c = _as_real(mu2, "mu2")
    d = _as_real(sigma2, "sigma2")
    for name, s in (("sigma1", b), ("sigma2", d)):
        if (s <= 0).any():
            raise ValueError(f"{name}: must be positive")
    try:
        np.broadcast_shapes(a.shape, b.shape, c.shape, d.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes not compatible")
    with np.errstate(over="ignore"):
        return np.asarray(_uni_array(a - c, b, d), dtype=np.float64)


def kl_normal(mu1, sigma1, mu2, sigma2):
    return _elementwise(mu1, sigma1, mu2, sigma2)[()]


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return _elementwise(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def _require_cov(C, name, d):
    if C.ndim < 2 or C.shape[-2:] != (d, d):
        raise ValueError(f"{name}: need (..., {d}, {d}), got {C.shape}")
    for k in np.ndindex(*C.shape[:-2]):
        M = C[k]
        if np.max(np.abs(M - M.T)) > 1e-8 * np.max(np.abs(M)):
            raise ValueError(f"{name}: not symmetric")
        try:
            np.linalg.cholesky(M)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name}: not positive definite")


def _chain(dm, A, B):
    """one pair. Y collects vectors whose squared B-length counts for 1/2 each."""
    A, B = A.copy(), B.copy()
    Y = [dm]
    Y = np.array(Y)
    total = 0.0
    while True:
        a, b = A[0, 0], B[0, 0]
        s1, s2 = math.sqrt(a), math.sqrt(b)
        total += _uni(0.0, s1, s2) + 0.5 * float(np.sum((Y[:, 0] / s2) ** 2))
        if len(A) == 1:
            return total
        slope_p, slope_q = A[1:, 0] / a, B[1:, 0] / b
        # mean of x_2.. given x_1 differs by (slope_p - slope_q) * deviation of x_1
        Y = Y[:, 1:] - np.outer(Y[:, 0], slope_q)
        Y = np.vstack([Y, s1 * (slope_p - slope_q)])
        A = A[1:, 1:] - np.outer(slope_p, A[0, 1:])
        B = B[1:, 1:] - np.outer(slope_q, B[0, 1:])


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, cov1 = _as_real(mu1, "mu1"), _as_real(cov1, "cov1")
    mu2, cov2 = _as_real(mu2, "mu2"), _as_real(cov2, "cov2")
    if mu1.ndim == 0:
        raise ValueError("mu1: must have a last axis")
    if mu2.ndim == 0 or mu2.shape[-1] != mu1.shape[-1]:
        raise ValueError("mu2: must have the same last axis as mu1")
    d = mu1.shape[-1]
    _require_cov(cov1, "cov1", d)
    _require_cov(cov2, "cov2", d)
    try:
        batch = np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], cov1.shape[:-2], cov2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: batches not compatible")
    dm = np.broadcast_to(mu1 - mu2, batch + (d,))
    A = np.broadcast_to(cov1, batch + (d, d))
    B = np.broadcast_to(cov2, batch + (d, d))
    out = np.array([_chain(dm[k], A[k], B[k]) for k in np.ndindex(*batch)])
    return out.reshape(batch)[()]
