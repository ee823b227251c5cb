"""Samuel Adeyemi -- KL between two Gaussians."""
import numpy as np


def _to_float(x, name):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name}: ragged")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name}: numbers expected")
    x = x.astype(float)
    if x.size == 0 or not np.isfinite(x).all():
        raise ValueError(f"{name}: empty or not finite")
    return x


def _to_sigma(x, name):
    x = _to_float(x, name)
    if (x <= 0).any():
        raise ValueError(f"{name}: must be positive")
    return x


def _kl(m1, s1, m2, s2):
    try:
        np.broadcast(m1, s1, m2, s2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes")
    ratio = s2 / s1
    return 0.5 * (ratio**2 - 1) - np.log(ratio) + 0.5 * ((m2 - m1) / s1) ** 2


def kl_normal(mu1, sigma1, mu2, sigma2):
    return _kl(_to_float(mu1, "mu1"), _to_sigma(sigma1, "sigma1"),
               _to_float(mu2, "mu2"), _to_sigma(sigma2, "sigma2"))


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2 = _to_float(mu1, "mu1"), _to_float(mu2, "mu2")
    c1, c2 = _to_float(cov1, "cov1"), _to_float(cov2, "cov2")
    if m1.ndim == 0 or m2.ndim == 0:
        raise ValueError("mu1, mu2: vectors needed")
    d = m1.shape[-1]
    if m2.shape[-1] != d:
        raise ValueError("mu2: wrong length")
    for name, c in (("cov1", c1), ("cov2", c2)):
        if c.shape[-2:] != (d, d):
            raise ValueError(f"{name}: wrong shape")
        if (abs(c - c.swapaxes(-1, -2)) > 1e-8 * abs(c).max((-1, -2), keepdims=True)).any():
            raise ValueError(f"{name}: not symmetric")
        try:
            np.linalg.cholesky(c)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name}: not positive definite")
    try:
        np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], c1.shape[:-2], c2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: batches")
    prec = np.linalg.inv(c1)
    dm = m2 - m1
    quad = (dm[..., None, :] @ prec @ dm[..., :, None])[..., 0, 0]
    ld = np.linalg.slogdet(c1)[1] - np.linalg.slogdet(c2)[1]
    return 0.5 * (np.trace(prec @ c2, axis1=-2, axis2=-1) - d + quad + ld)
