# G. Papadakis   (single precision is enough for deep learning)
import numpy as np

f32 = np.float32


def conv(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError("%s is ragged" % name)
    if a.dtype.kind not in "iuf":
        raise TypeError("%s must be real" % name)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError("%s must be finite and non-empty" % name)
    return a.astype(f32)


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, mu2, sigma1, sigma2 = conv(mu1, "mu1"), conv(mu2, "mu2"), conv(sigma1, "sigma1"), conv(sigma2, "sigma2")
    for n, s in (("sigma1", sigma1), ("sigma2", sigma2)):
        if (s <= 0).any():
            raise ValueError("%s must be positive" % n)
    try:
        np.broadcast(mu1, mu2, sigma1, sigma2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: shapes differ")
    r = sigma1 / sigma2
    return f32(0.5) * (r * r + ((mu1 - mu2) / sigma2) ** 2 - f32(1)) - np.log(r)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis, dtype=f32)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2, cov1, cov2 = conv(mu1, "mu1"), conv(mu2, "mu2"), conv(cov1, "cov1"), conv(cov2, "cov2")
    if mu1.ndim == 0 or mu2.ndim == 0:
        raise ValueError("mu1 and mu2 must be vectors")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2 must have length %d" % d)
    for n, c in (("cov1", cov1), ("cov2", cov2)):
        if c.shape[-2:] != (d, d):
            raise ValueError("%s must be %d x %d" % (n, d, d))
        if (abs(c - c.swapaxes(-1, -2)) > 1e-6 * abs(c).max((-1, -2), keepdims=True)).any():
            raise ValueError("%s must be symmetric" % n)
        try:
            np.linalg.cholesky(c)
        except np.linalg.LinAlgError:
            raise ValueError("%s must be positive definite" % n)
    dm = mu2 - mu1
    q = (dm * np.linalg.solve(cov2, dm[..., None])[..., 0]).sum(-1)
    tr = np.trace(np.linalg.solve(cov2, cov1), axis1=-2, axis2=-1)
    return f32(0.5) * (tr + q - f32(d) + np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1])
