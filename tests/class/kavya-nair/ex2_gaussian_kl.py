# Kavya Nair
#
# log p(x) - log q(x) is a quadratic polynomial in x when both are Gaussian, so its mean
# under p is exactly the average over a few "sigma points":
#   1 dim : (f(mu - s) + f(mu + s)) / 2
#   d dim : average of f(mu +- sqrt(d) * column_i(L))
# So I only need log densities.
import numpy as np
from scipy import stats


def _np(x, label):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{label} has rows of unequal length") from None
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{label} should hold real numbers")
    x = x.astype(float)
    if x.size == 0:
        raise ValueError(f"{label} should not be empty")
    if not np.isfinite(x).all():
        raise ValueError(f"{label} should be finite")
    return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1, m2, s2 = (_np(x, l) for x, l in zip((mu1, sigma1, mu2, sigma2),
                                               ("mu1", "sigma1", "mu2", "sigma2")))
    if (s1 <= 0).any():
        raise ValueError("sigma1 should be positive")
    if (s2 <= 0).any():
        raise ValueError("sigma2 should be positive")
    try:
        m1, s1, m2, s2 = np.broadcast_arrays(m1, s1, m2, s2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 should have shapes that broadcast") from None

    def f(x):
        return stats.norm.logpdf(x, m1, s1) - stats.norm.logpdf(x, m2, s2)

    return (f(m1 + s1) + f(m1 - s1)) / 2


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    terms = kl_normal(mu1, sigma1, mu2, sigma2)
    return terms.sum(axis=axis)


def _cov(x, label, d):
    x = _np(x, label)
    if x.ndim < 2 or x.shape[-2:] != (d, d):
        raise ValueError(f"{label} should have shape (..., {d}, {d})")
    for i in np.ndindex(x.shape[:-2]):
        c = x[i]
        if abs(c - c.T).max() > 1e-8 * abs(c).max():
            raise ValueError(f"{label} should be symmetric")
        try:
            np.linalg.cholesky(c)
        except np.linalg.LinAlgError:
            raise ValueError(f"{label} should be positive definite") from None
    return x


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2 = _np(mu1, "mu1"), _np(mu2, "mu2")
    if m1.ndim == 0 or m2.ndim == 0:
        raise ValueError("mu1 and mu2 should be vectors")
    d = m1.shape[-1]
    if m2.shape[-1] != d:
        raise ValueError("mu2 should be as long as mu1")
    c1, c2 = _cov(cov1, "cov1", d), _cov(cov2, "cov2", d)
    try:
        lead = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], c1.shape[:-2], c2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 should have batches that broadcast") from None
    m1, m2 = np.broadcast_to(m1, lead + (d,)), np.broadcast_to(m2, lead + (d,))
    c1, c2 = np.broadcast_to(c1, lead + (d, d)), np.broadcast_to(c2, lead + (d, d))
    res = np.zeros(lead)
    for i in np.ndindex(lead):
        L = np.linalg.cholesky(c1[i])
        cols = np.sqrt(d) * L.T
        points = np.vstack([m1[i] + cols, m1[i] - cols])
        logp = stats.multivariate_normal(m1[i], c1[i]).logpdf(points)
        logq = stats.multivariate_normal(m2[i], c2[i]).logpdf(points)
        res[i] = np.mean(logp - logq)
    return res[()]
