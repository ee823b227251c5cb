import numpy as np
from scipy.stats import norm, multivariate_normal

# Yara Saleh.  KL = E_p[log p - log q], so sample from p and average.
N = 20000


def _ok(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: ragged")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name}: real numbers only")
    x = x.astype(float)
    if x.size == 0 or not np.isfinite(x).all():
        raise ValueError(f"{name}: not finite or empty")
    return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1, m2, s2 = _ok(mu1, "mu1"), _ok(sigma1, "sigma1"), _ok(mu2, "mu2"), _ok(sigma2, "sigma2")
    if (s1 <= 0).any():
        raise ValueError("sigma1: must be positive")
    if (s2 <= 0).any():
        raise ValueError("sigma2: must be positive")
    try:
        shape = np.broadcast_shapes(m1.shape, s1.shape, m2.shape, s2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes")
    rng = np.random.default_rng(0)
    x = m1 + s1 * rng.standard_normal((N,) + shape)
    return np.mean(norm.logpdf(x, m1, s1) - norm.logpdf(x, m2, s2), axis=0)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    m1, s1, m2, s2 = _ok(mu1, "mu1"), _ok(sigma1, "sigma1"), _ok(mu2, "mu2"), _ok(sigma2, "sigma2")
    if (s1 <= 0).any():
        raise ValueError("sigma1: must be positive")
    if (s2 <= 0).any():
        raise ValueError("sigma2: must be positive")
    # term by term
    logs = np.sum(np.log(s2), axis) - np.sum(np.log(s1), axis)
    ratio = np.sum((s1 / s2) ** 2, axis)
    mean = np.sum(((m1 - m2) / s2) ** 2, axis)
    return logs + 0.5 * (ratio + mean - np.shape(m1)[axis])


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2, C1, C2 = _ok(mu1, "mu1"), _ok(mu2, "mu2"), _ok(cov1, "cov1"), _ok(cov2, "cov2")
    x = np.random.default_rng(1).multivariate_normal(m1, C1, size=N)
    return np.mean(multivariate_normal.logpdf(x, m1, C1) - multivariate_normal.logpdf(x, m2, C2))
