# Priya Menon, exercise 2
import numpy as np
from functools import reduce
from scipy.linalg import lapack

# coefficients of (u - log(1+u)) / u^2 = 1/2 - u/3 + u^2/4 - ..., highest power first
COEFFS = [(-1.0) ** k / (k + 2) for k in range(24)][::-1]


class InputError(ValueError):
    """bad value of an argument"""


def as_real(name, x):
    try:
        a = np.asarray(x)
    except ValueError:
        raise InputError(f"argument '{name}' is ragged") from None
    if a.dtype.kind not in "fiu":
        raise TypeError(f"argument '{name}' must be real-valued")
    a = np.array(a, dtype=np.float64)
    if a.size == 0:
        raise InputError(f"argument '{name}' is empty")
    if np.isfinite(a).all():
        return a
    raise InputError(f"argument '{name}' contains NaN or inf")


def as_sigma(name, x):
    a = as_real(name, x)
    if np.any(a <= 0):
        raise InputError(f"argument '{name}' must be positive")
    return a


def spread(s, t):
    """KL of two centred Gaussians with standard deviations s and t"""
    u = (s - t) / t
    near = np.abs(u) < 0.15
    un = np.where(near, u, 0.0)
    log_r = np.log(s) - np.log(t)
    r = s / t
    with np.errstate(over="ignore"):
        return np.where(near, un**2 * (0.5 + np.polyval(COEFFS, un)), 0.5 * (r**2 - 1) - log_r)


def mean_shift(delta, t):
    return 0.5 * (delta / t) ** 2


def common_shape(names, shapes):
    try:
        return reduce(np.broadcast_shapes, shapes, ())
    except ValueError:
        raise InputError("arguments %s do not broadcast" % ", ".join(names)) from None


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, m2 = as_real("mu1", mu1), as_real("mu2", mu2)
    s1, s2 = as_sigma("sigma1", sigma1), as_sigma("sigma2", sigma2)
    common_shape(("mu1", "sigma1", "mu2", "sigma2"), (m1.shape, s1.shape, m2.shape, s2.shape))
    with np.errstate(over="ignore"):
        return spread(s1, s2) + mean_shift(m1 - m2, s2)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    parts = kl_normal(mu1, sigma1, mu2, sigma2)
    rows = np.moveaxis(parts, axis, 0)
    return sum(row for row in rows)          # generator over the chosen axis


def cov_factors(name, C, d):
    if C.shape[-2:] != (d, d):
        raise InputError(f"argument '{name}' must have shape (..., {d}, {d})")
    flat = C.reshape(-1, d, d)
    for c in flat:
        if np.ptp([c, c.T], axis=0).max() > 1e-8 * np.abs(c).max():
            raise InputError(f"argument '{name}' is not symmetric")
        L, info = lapack.dpotrf(c, lower=1, clean=1)
        if info:
            raise InputError(f"argument '{name}' is not positive definite")
        yield L


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2 = as_real("mu1", mu1), as_real("mu2", mu2)
    C1, C2 = as_real("cov1", cov1), as_real("cov2", cov2)
    if m1.ndim < 1:
        raise InputError("argument 'mu1' must be a vector")
    d = m1.shape[-1]
    if m2.ndim < 1 or m2.shape[-1] != d:
        raise InputError(f"argument 'mu2' must be a vector of length {d}")
    L1 = np.array(list(cov_factors("cov1", C1, d))).reshape(C1.shape)
    L2 = np.array(list(cov_factors("cov2", C2, d))).reshape(C2.shape)
    lead = common_shape(("mu1", "cov1", "mu2", "cov2"),
                        (m1.shape[:-1], C1.shape[:-2], m2.shape[:-1], C2.shape[:-2]))
    L1, L2 = (np.broadcast_to(L, lead + (d, d)).reshape(-1, d, d) for L in (L1, L2))
    dm = np.broadcast_to(m1 - m2, lead + (d,)).reshape(-1, d)

    def terms():
        for A, B, delta in zip(L1, L2, dm):
            M, info = lapack.dtrtrs(B, np.c_[A, delta], lower=1)
            yield (spread(np.diag(A), np.diag(B)).sum()
                   + mean_shift(np.tril(M[:, :d], -1), 1).sum()
                   + mean_shift(M[:, d], 1).sum())

    return np.fromiter(terms(), dtype=np.float64, count=len(dm)).reshape(lead)[()]
