"""Exercise 2 - KL between Gaussians.   Amira Haddad"""
import numpy as np


def _numbers(name, value):
    """array_like -> float64 array, or a helpful error."""
    try:
        arr = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} is ragged") from None
    if arr.dtype.kind not in "biuf":
        raise TypeError(f"{name} must contain real numbers, got dtype {arr.dtype}")
    if arr.size == 0:
        raise ValueError(f"{name} is empty")
    arr = arr.astype(np.float64)
    if not np.isfinite(arr).all():
        raise ValueError(f"{name} contains nan or inf")
    return arr


def _log1p_gap(u):
    """u - log(1+u) without losing digits when u is tiny (|u| < 1/8 here)."""
    total = np.zeros_like(u)
    for k in range(22, 1, -1):
        total = total * u + (1.0 if k % 2 == 0 else -1.0) / k
    return total * u * u


def _h(r, r_minus_1, log_r):
    # r^2 - 1 - 2 log r, r_minus_1 has to be accurate
    small = np.abs(r_minus_1) < 0.125
    u = np.where(small, r_minus_1, 0.0)
    near = u * u + 2.0 * _log1p_gap(u)
    with np.errstate(over="ignore"):
        far = r * r - 1.0 - 2.0 * log_r
    return np.where(small, near, far)


def _check_sigma(name, s):
    if (s <= 0).any():
        raise ValueError(f"{name} must be > 0")


def _elementwise(mu1, sigma1, mu2, sigma2):
    names = ("mu1", "sigma1", "mu2", "sigma2")
    arrs = [_numbers(n, v) for n, v in zip(names, (mu1, sigma1, mu2, sigma2))]
    _check_sigma("sigma1", arrs[1])
    _check_sigma("sigma2", arrs[3])
    try:
        m1, s1, m2, s2 = np.broadcast_arrays(*arrs)
    except ValueError:
        shapes = ", ".join(f"{n} {a.shape}" for n, a in zip(names, arrs))
        raise ValueError("shapes do not broadcast: " + shapes) from None
    with np.errstate(over="ignore", under="ignore"):
        ratio = s1 / s2
        z = (m1 - m2) / s2
        h = _h(ratio, (s1 - s2) / s2, np.log(s1) - np.log(s2))
        return 0.5 * (h + z * z)


def kl_normal(mu1, sigma1, mu2, sigma2):
    return _elementwise(mu1, sigma1, mu2, sigma2)[()]


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return np.sum(_elementwise(mu1, sigma1, mu2, sigma2), axis=axis)


def _check_cov(name, c, d):
    if c.ndim < 2 or c.shape[-2:] != (d, d):
        raise ValueError(f"{name} should have shape (..., {d}, {d}), not {c.shape}")
    scale = np.abs(c).max(axis=(-1, -2))
    gap = np.abs(c - np.swapaxes(c, -1, -2)).max(axis=(-1, -2))
    if np.any(gap > 1e-8 * scale):
        raise ValueError(f"{name} is not symmetric")
    try:
        return np.linalg.cholesky(c)
    except np.linalg.LinAlgError:
        raise ValueError(f"{name} is not positive definite") from None


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, c1 = _numbers("mu1", mu1), _numbers("cov1", cov1)
    m2, c2 = _numbers("mu2", mu2), _numbers("cov2", cov2)
    if m1.ndim == 0:
        raise ValueError("mu1 needs at least one axis")
    d = m1.shape[-1]
    if m2.ndim == 0 or m2.shape[-1] != d:
        raise ValueError("mu2 does not have the same length as mu1")
    L1 = _check_cov("cov1", c1, d)
    L2 = _check_cov("cov2", c2, d)
    try:
        batch = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], c1.shape[:-2], c2.shape[:-2])
    except ValueError:
        raise ValueError("batch shapes of mu1, cov1, mu2, cov2 do not fit") from None
    L1 = np.broadcast_to(L1, batch + (d, d))
    L2 = np.broadcast_to(L2, batch + (d, d))
    diff = np.broadcast_to(m2 - m1, batch + (d,))[..., None]
    # one solve for the factor and the mean difference together
    sol = np.linalg.solve(L2, np.concatenate([L1, diff], axis=-1))
    M, y = sol[..., :d], sol[..., d]
    diag1 = np.diagonal(L1, axis1=-2, axis2=-1)
    diag2 = np.diagonal(L2, axis1=-2, axis2=-1)
    h = _h(diag1 / diag2, (diag1 - diag2) / diag2, np.log(diag1) - np.log(diag2))
    below = np.tril(M, -1)
    return 0.5 * (h.sum(-1) + (below ** 2).sum((-1, -2)) + (y ** 2).sum(-1))
