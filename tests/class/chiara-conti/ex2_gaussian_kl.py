"""
Chiara Conti -- exercise 2

For the scalar formula I let mpmath do the work (40 digits), then nothing can
cancel.  mpmath is too slow for big matrices, there I use scipy's triangular solver.
"""
import mpmath as mp
import numpy as np
from scipy.linalg import solve_triangular


def _kl_mp(m1, s1, m2, s2):
    with mp.workdps(40):
        m1, s1, m2, s2 = (mp.mpf(float(t)) for t in (m1, s1, m2, s2))
        r = s1 / s2
        value = (r**2 - 1 - 2 * mp.log(r) + ((m1 - m2) / s2) ** 2) / 2
        return float(value)


_kl_everywhere = np.vectorize(_kl_mp, otypes=[np.float64])


def _half_excess(l1, l2):
    """1/2 (r^2 - 1) - log r for r = l1/l2 in high precision"""
    return _kl_mp(0, l1, 0, l2)


def _validate(**kwargs):
    clean = []
    for name, obj in kwargs.items():
        try:
            a = np.asarray(obj)
        except ValueError:
            raise ValueError(f"{name}: rows of different lengths")
        if not np.can_cast(a.dtype, np.float64, casting="same_kind"):
            raise TypeError(f"{name}: real numbers expected")
        a = np.array(a, dtype=np.float64)
        if a.size == 0 or not np.all(np.isfinite(a)):
            raise ValueError(f"{name}: empty, NaN or infinite")
        if name.startswith("sigma") and np.any(a <= 0.0):
            raise ValueError(f"{name}: a standard deviation is positive")
        clean.append(a)
    return clean


def kl_normal(mu1, sigma1, mu2, sigma2):
    a, b, c, d = _validate(mu1=mu1, sigma1=sigma1, mu2=mu2, sigma2=sigma2)
    try:
        np.broadcast(a, b, c, d)
    except ValueError as e:
        raise ValueError(f"mu1, sigma1, mu2, sigma2 cannot be broadcast together: {e}")
    with np.errstate(over="ignore"):      # a result above 1.8e308 is inf
        return _kl_everywhere(a, b, c, d)[()]


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return np.add.reduce(kl_normal(mu1, sigma1, mu2, sigma2), axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, C1, m2, C2 = _validate(mu1=mu1, cov1=cov1, mu2=mu2, cov2=cov2)
    if not m1.ndim or not m2.ndim:
        raise ValueError("mu1 and mu2 must be vectors")
    d = m1.shape[-1]
    if m2.shape[-1] != d:
        raise ValueError(f"mu2: expected length {d}")
    for name, C in [("cov1", C1), ("cov2", C2)]:
        if C.shape[-2:] != (d, d):
            raise ValueError(f"{name}: expected (..., {d}, {d})")
        tol = 1e-8 * np.max(np.abs(C), axis=(-2, -1), keepdims=True)
        if np.any(np.abs(C - C.swapaxes(-2, -1)) > tol):
            raise ValueError(f"{name}: not symmetric")
    try:
        lead = np.broadcast_shapes(m1.shape[:-1], C1.shape[:-2], m2.shape[:-1], C2.shape[:-2])
    except ValueError:
        raise ValueError("batch dimensions of mu1/cov1/mu2/cov2 disagree")
    chols = []
    for name, C in [("cov1", C1), ("cov2", C2)]:
        try:
            chols.append(np.broadcast_to(np.linalg.cholesky(C), lead + (d, d)))
        except np.linalg.LinAlgError:
            raise ValueError(f"{name}: not positive definite")
    delta = np.broadcast_to(m1 - m2, lead + (d,))
    out = np.zeros(lead)
    for idx in np.ndindex(lead):
        A, B = chols[0][idx], chols[1][idx]
        M = solve_triangular(B, A, lower=True)
        y = solve_triangular(B, delta[idx], lower=True)
        spread = sum(_half_excess(A[i, i], B[i, i]) for i in range(d))
        out[idx] = spread + 0.5 * np.sum(np.tril(M, -1) ** 2) + 0.5 * np.dot(y, y)
    return out[()]
