import numpy as np
from scipy.linalg import cholesky, solve_triangular, svdvals

"""Ines Carvalho. Idea for the matrices: whiten with q, then only the singular
values r_i of L2^-1 L1 matter: sum of r^2 - 1 - 2 log r (they are the 'sigma ratios')."""


def g(x):
    """exp(x) - 1 - x; Gauss-Legendre for x^2 * int_0^1 (1-t) e^{xt} dt when x is small."""
    x = np.asarray(x, dtype=float)
    nodes, weights = np.polynomial.legendre.leggauss(12)
    t, w = (nodes + 1) / 2, weights / 2
    xs = np.where(np.abs(x) < 0.5, x, 0.0)
    integral = np.exp(xs[..., None] * t) @ (w * (1 - t))
    with np.errstate(over="ignore"):
        return np.where(np.abs(x) < 0.5, xs**2 * integral, np.expm1(x) - x)


def log_ratio(a, b):
    u = (a - b) / b
    near = np.abs(u) < 0.5
    return np.where(near, np.log1p(np.where(near, u, 0.0)), np.log(a) - np.log(b))


def number_array(x, name, positive=False):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError("ragged input for " + name) from None
    try:
        x = x.astype(np.float64, casting="same_kind")
    except TypeError:
        raise TypeError(name + " has to be numeric, but its dtype is " + str(x.dtype)) from None
    if x.size == 0:
        raise ValueError(name + " is empty")
    if not np.isfinite(x).all():
        raise ValueError(name + " must not contain nan or inf")
    if positive and np.any(x <= 0):
        raise ValueError(name + " must be positive")
    return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1 = number_array(mu1, "mu1")
    sigma1 = number_array(sigma1, "sigma1", positive=True)
    mu2 = number_array(mu2, "mu2")
    sigma2 = number_array(sigma2, "sigma2", positive=True)
    try:
        mu1, sigma1, mu2, sigma2 = np.broadcast_arrays(mu1, sigma1, mu2, sigma2)
    except ValueError:
        raise ValueError("no common shape for mu1, sigma1, mu2, sigma2") from None
    with np.errstate(over="ignore"):
        shift = ((mu1 - mu2) / sigma2) ** 2
        scale = g(2 * log_ratio(sigma1, sigma2))
    return (scale + shift) / 2


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = number_array(mu1, "mu1"), number_array(mu2, "mu2")
    cov1, cov2 = number_array(cov1, "cov1"), number_array(cov2, "cov2")
    if mu1.ndim == 0 or mu2.ndim == 0:
        raise ValueError("mu1 and mu2 must be at least 1-d")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2 and mu1 have different dimension")

    def chol(C, name):
        if C.shape[-2:] != (d, d):
            raise ValueError(name + " must end in two axes of length %d" % d)
        out = np.empty(C.shape)
        for k in np.ndindex(C.shape[:-2]):
            if np.abs(C[k] - C[k].T).max() > 1e-8 * np.abs(C[k]).max():
                raise ValueError(name + " is not symmetric")
            try:
                out[k] = cholesky(C[k], lower=True)
            except np.linalg.LinAlgError:
                raise ValueError(name + " is not positive definite") from None
        return out

    L1, L2 = chol(cov1, "cov1"), chol(cov2, "cov2")
    try:
        lead = np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], L1.shape[:-2], L2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 do not broadcast over the batch") from None
    L1, L2 = np.broadcast_to(L1, lead + (d, d)), np.broadcast_to(L2, lead + (d, d))
    delta = np.broadcast_to(mu2 - mu1, lead + (d,))
    kl = np.zeros(lead)
    for k in np.ndindex(lead):
        r = svdvals(solve_triangular(L2[k], L1[k], lower=True))
        y = solve_triangular(L2[k], delta[k], lower=True)
        kl[k] = 0.5 * np.sum(g(2 * log_ratio(r, np.ones_like(r)))) + 0.5 * np.sum(y**2)
    return kl[()]
