"""Rosa Jimenez: kl_normal, kl_diag_normal, kl_mvn (all batches at once, no loop over the batch)."""
import numpy as np
from scipy.special import log1p


def check(name, x, positive=False):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} must be a regular array") from None
    if not (x.dtype.kind in "iu" or x.dtype.kind == "f"):
        raise TypeError(f"{name} must be real, not {x.dtype.name}")
    x = x.astype("f8")
    if x.size == 0:
        raise ValueError(f"{name} must have elements")
    if not np.all(np.abs(x) < np.inf):      # False for nan as well
        raise ValueError(f"{name} must be finite")
    if positive and not np.all(x > 0):
        raise ValueError(f"{name} must be positive")
    return x


def log1pmx(u):
    """log(1+u) - u for |u| <= 1/4 with q = u/(2+u): log(1+u) = 2 artanh(q)"""
    q = u / (2 + u)
    q2 = q * q
    s = 0.0
    for odd in (21, 19, 17, 15, 13, 11, 9, 7, 5, 3):
        s = q2 * (s + 1 / odd)
    # log(1+u) = 2q(1+s);   2q - u = -u q
    return q * (2 * s - u)


def ratio_part(a, b):
    """(r^2 - 1)/2 - log r with r = a/b"""
    u = (a - b) / b
    mask = np.abs(u) <= 0.25
    safe = np.where(mask, u, 0.0)
    exact = 0.5 * safe * safe - log1pmx(safe)
    r = a / b
    plain = 0.5 * r * r - 0.5 - (np.log(a) - np.log(b))
    return np.where(mask, exact, plain)


@np.errstate(over="ignore")
def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, mu2 = check("mu1", mu1), check("mu2", mu2)
    sigma1, sigma2 = check("sigma1", sigma1, True), check("sigma2", sigma2, True)
    try:
        np.broadcast(mu1, sigma1, mu2, sigma2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 must have compatible shapes") from None
    z = (mu1 - mu2) / sigma2
    return ratio_part(sigma1, sigma2) + 0.5 * z * z


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    total = kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)
    return total


def lower_factor(name, C, d):
    if C.ndim < 2 or C.shape[-1] != d or C.shape[-2] != d:
        raise ValueError(f"{name} must be (..., {d}, {d})")
    biggest = np.max(np.abs(C), axis=(-2, -1), keepdims=True)
    if np.any(np.abs(C - C.swapaxes(-2, -1)) > 1e-8 * biggest):
        raise ValueError(f"{name} must be symmetric")
    try:
        return np.linalg.cholesky(C)
    except np.linalg.LinAlgError:
        raise ValueError(f"{name} must be positive definite") from None


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = check("mu1", mu1), check("mu2", mu2)
    cov1, cov2 = check("cov1", cov1), check("cov2", cov2)
    if mu1.ndim == 0:
        raise ValueError("mu1 must be a vector")
    d = mu1.shape[-1]
    if mu2.ndim == 0 or mu2.shape[-1] != d:
        raise ValueError("mu2 must be a vector of the same length as mu1")
    A = lower_factor("cov1", cov1, d)
    B = lower_factor("cov2", cov2, d)
    try:
        batch = np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], A.shape[:-2], B.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 must have compatible batches") from None

    # right hand sides next to each other: columns of A, then the mean difference
    rhs = np.empty(batch + (d, d + 1))
    rhs[..., :d] = A
    rhs[..., d] = mu2 - mu1
    X = np.zeros_like(rhs)
    for i in range(d):                     # forward substitution for the whole batch
        known = np.einsum("...k,...kj->...j", B[..., i, :i], X[..., :i, :])
        X[..., i, :] = (rhs[..., i, :] - known) / B[..., i, i, None]

    kl = 0.5 * np.sum(X[..., d] ** 2, axis=-1)
    kl = kl + 0.5 * np.sum(np.tril(X[..., :d], -1) ** 2, axis=(-2, -1))
    kl = kl + ratio_part(np.einsum("...ii->...i", A), np.einsum("...ii->...i", B)).sum(-1)
    return kl
