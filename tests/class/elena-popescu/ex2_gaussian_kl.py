"""KL divergences between Gaussians (exercise 2), E. Popescu."""
import numpy as np


class BadArgument:
    """Collects the checks that every function needs."""

    @staticmethod
    def real(name, x):
        try:
            x = np.asarray(x)
        except ValueError as exc:
            raise ValueError(f"could not turn {name} into an array: {exc}") from exc
        if x.dtype == object or not np.issubdtype(x.dtype, np.number) or np.iscomplexobj(x):
            raise TypeError(f"{name}: expected real numbers, found {x.dtype}")
        x = x.astype("float64")
        if not x.size:
            raise ValueError(f"{name}: no data")
        if not np.isfinite(x).all():
            raise ValueError(f"{name}: only finite values allowed")
        return x

    @staticmethod
    def positive(name, x):
        x = BadArgument.real(name, x)
        if x.min() <= 0:
            raise ValueError(f"{name}: must be larger than zero")
        return x

    @staticmethod
    def covariance(name, x, d):
        x = BadArgument.real(name, x)
        if x.ndim < 2 or x.shape[-1] != d or x.shape[-2] != d:
            raise ValueError(f"{name}: last two axes must be {d} x {d}")
        asym = abs(x - np.einsum("...ij->...ji", x)).max(axis=(-1, -2))
        if (asym > 1e-8 * abs(x).max(axis=(-1, -2))).any():
            raise ValueError(f"{name}: matrix is not symmetric")
        try:
            np.linalg.cholesky(x)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name}: matrix is not positive definite") from None
        return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1 = BadArgument.real("mu1", mu1)
    mu2 = BadArgument.real("mu2", mu2)
    sigma1 = BadArgument.positive("sigma1", sigma1)
    sigma2 = BadArgument.positive("sigma2", sigma2)
    try:
        var1, var2, dm, _ = np.broadcast_arrays(sigma1**2, sigma2**2, mu1, mu2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 must broadcast") from None
    dm = mu1 - mu2
    return 0.5 * (var1 / var2 + dm**2 / var2 - 1.0 - np.log(var1 / var2))


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return np.sum(kl_normal(mu1, sigma1, mu2, sigma2), axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1 = BadArgument.real("mu1", mu1)
    mu2 = BadArgument.real("mu2", mu2)
    if mu1.ndim < 1:
        raise ValueError("mu1: a vector is needed")
    if mu2.ndim < 1:
        raise ValueError("mu2: a vector is needed")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2: other dimension than mu1")
    cov1 = BadArgument.covariance("cov1", cov1, d)
    cov2 = BadArgument.covariance("cov2", cov2, d)
    try:
        np.broadcast_shapes(mu1.shape[:-1], cov1.shape[:-2], mu2.shape[:-1], cov2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: batch axes do not broadcast") from None
    P = np.linalg.inv(cov2)
    diff = mu1 - mu2
    quad = np.einsum("...i,...ij,...j->...", diff, P, diff)
    tr = np.einsum("...ij,...ji->...", P, cov1)
    log_det = np.log(np.linalg.det(cov2) / np.linalg.det(cov1))
    return 0.5 * (tr + quad - d + log_det)
