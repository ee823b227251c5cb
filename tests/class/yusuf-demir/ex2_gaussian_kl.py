import numpy as np
import scipy.linalg as la


class Checker:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, self.one(k, v))

    @staticmethod
    def one(k, v):
        try:
            a = np.asarray(v)
        except ValueError:
            raise ValueError(f"{k} is not rectangular")
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{k} has type {a.dtype}")
        a = a.astype(float)
        if a.size == 0 or np.isnan(a).any() or np.isinf(a).any():
            raise ValueError(f"{k} is empty or not finite")
        if k.startswith("sigma") and (a <= 0).any():
            raise ValueError(f"{k} is not positive")
        return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    c = Checker(mu1=mu1, sigma1=sigma1, mu2=mu2, sigma2=sigma2)
    try:
        np.broadcast(c.mu1, c.sigma1, c.mu2, c.sigma2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 have wrong shapes")
    return np.log(c.sigma2 / c.sigma1) + (c.sigma1**2 + (c.mu1 - c.mu2) ** 2) / (2 * c.sigma2**2)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    c = Checker(mu1=mu1, cov1=cov1, mu2=mu2, cov2=cov2)
    if c.mu1.ndim == 0 or c.mu2.ndim == 0:
        raise ValueError("mu1 or mu2 is a scalar")
    d = c.mu1.shape[-1]
    if c.mu2.shape[-1] != d:
        raise ValueError("mu2 is not as long as mu1")
    for n in ("cov1", "cov2"):
        S = getattr(c, n)
        if S.shape[-2:] != (d, d):
            raise ValueError(f"{n} has a wrong shape")
        if (abs(S - S.swapaxes(-1, -2)) > 1e-8 * abs(S).max((-1, -2), keepdims=True)).any():
            raise ValueError(f"{n} is not symmetric")
        try:
            np.linalg.cholesky(S)
        except la.LinAlgError:
            raise ValueError(f"{n} is not positive definite")
    try:
        np.broadcast_shapes(c.mu1.shape[:-1], c.mu2.shape[:-1], c.cov1.shape[:-2], c.cov2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 have batches that do not fit")
    dm = c.mu2 - c.mu1
    tr = np.einsum("...ii", np.linalg.solve(c.cov2, c.cov1))
    q = np.einsum("...i,...i", dm, np.linalg.solve(c.cov2, dm[..., None])[..., 0])
    return 0.5 * (np.linalg.slogdet(c.cov2)[1] - np.linalg.slogdet(c.cov1)[1] + tr + q)
