"""G. Okafor - long double version.

np.longdouble has about 19 digits on my laptop; LAPACK does not know it, so the
Cholesky factor and the forward substitution are written out (vectorised over the batch).
"""
import numpy as np

LD = np.longdouble


def _get(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is ragged")
    if a.dtype.kind in "iuf":
        a = a.astype(np.float64)
    else:
        raise TypeError(f"{name} is not real-numeric")
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name} is empty or not finite")
    return a.astype(LD)


def _terms(s1, s2):
    """r^2 - 1 - 2 log r in extended precision"""
    u = (s1 - s2) / s2
    near = np.abs(u) < 0.05
    w = np.where(near, u, LD(0))
    # atanh form: log(1+w) = 2 (q + q^3/3 + q^5/5 + ...), q = w/(2+w)
    q = w / (2 + w)
    tail = np.zeros_like(q)
    for k in range(25, 1, -2):
        tail = q * q * (tail + LD(1) / k)
    # w - log1p(w) = q*w - 2 q tail
    small = w * w + 2 * (q * w - 2 * q * tail)
    r = s1 / s2
    large = r * r - 1 - 2 * (np.log(s1) - np.log(s2))
    return np.where(near, small, large)


def _kl(mu1, sigma1, mu2, sigma2):
    m1, s1 = _get(mu1, "mu1"), _get(sigma1, "sigma1")
    m2, s2 = _get(mu2, "mu2"), _get(sigma2, "sigma2")
    if (s1 <= 0).any():
        raise ValueError("sigma1 must be positive")
    if (s2 <= 0).any():
        raise ValueError("sigma2 must be positive")
    try:
        m1, s1, m2, s2 = np.broadcast_arrays(m1, s1, m2, s2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 cannot be broadcast")
    return (_terms(s1, s2) + ((m1 - m2) / s2) ** 2) / 2


def _double(x):
    with np.errstate(over="ignore", under="ignore"):
        return np.asarray(x).astype(np.float64)[()]


def kl_normal(mu1, sigma1, mu2, sigma2):
    return _double(_kl(mu1, sigma1, mu2, sigma2))


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return _double(_kl(mu1, sigma1, mu2, sigma2).sum(axis=axis))


def _chol(C, name):
    d = C.shape[-1]
    L = np.zeros(C.shape, dtype=LD)
    for j in range(d):
        row = L[..., j, :j]
        piv = C[..., j, j] - (row * row).sum(-1)
        if not (piv > 0).all():
            raise ValueError(f"{name} is not positive definite")
        L[..., j, j] = np.sqrt(piv)
        if j + 1 < d:
            rest = C[..., j + 1:, j] - (L[..., j + 1:, :j] * row[..., None, :]).sum(-1)
            L[..., j + 1:, j] = rest / L[..., j, j][..., None]
    return L


def _forward(L, B):
    X = np.zeros(B.shape, dtype=LD)
    for i in range(L.shape[-1]):
        done = (L[..., i, :i, None] * X[..., :i, :]).sum(-2)
        X[..., i, :] = (B[..., i, :] - done) / L[..., i, i][..., None]
    return X


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2, C1, C2 = _get(mu1, "mu1"), _get(mu2, "mu2"), _get(cov1, "cov1"), _get(cov2, "cov2")
    if m1.ndim < 1 or m2.ndim < 1:
        raise ValueError("mu1 and mu2 need a last axis")
    d = m1.shape[-1]
    if m2.shape[-1] != d:
        raise ValueError(f"mu2 should have length {d}")
    for name, C in (("cov1", C1), ("cov2", C2)):
        if C.ndim < 2 or C.shape[-2:] != (d, d):
            raise ValueError(f"{name} should be {d} by {d}")
        CT = np.swapaxes(C, -1, -2)
        if (np.abs(C - CT).max((-1, -2)) > 1e-8 * np.abs(C).max((-1, -2))).any():
            raise ValueError(f"{name} is not symmetric")
    try:
        lead = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], C1.shape[:-2], C2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 have batches that do not match")
    L1 = np.broadcast_to(_chol(C1, "cov1"), lead + (d, d))
    L2 = np.broadcast_to(_chol(C2, "cov2"), lead + (d, d))
    dm = np.broadcast_to(m1 - m2, lead + (d,))[..., None]
    X = _forward(L2, np.concatenate([L1, dm], axis=-1))
    diag = _terms(np.einsum("...ii->...i", L1), np.einsum("...ii->...i", L2)).sum(-1)
    off = (np.tril(X[..., :d], -1) ** 2).sum((-1, -2))
    return _double((diag + off + (X[..., d] ** 2).sum(-1)) / 2)
