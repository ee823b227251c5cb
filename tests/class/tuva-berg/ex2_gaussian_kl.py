# Oppgave 2, Tuva Berg
import numpy as np

REAL_KINDS = "fiu"


def finite_array(value, name):
    """Convert and complain early."""
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name}: {error}")
    if array.dtype.kind not in REAL_KINDS:
        raise TypeError(f"{name}: dtype {array.dtype} is not real")
    if not array.size:
        raise ValueError(f"{name}: empty")
    array = array.astype(np.float64)
    if not np.isfinite(array).all():
        raise ValueError(f"{name}: must be finite")
    return array


def kl_normal(mu1, sigma1, mu2, sigma2):
    # N(mu, sigma): the second parameter is the variance as in N(mu, sigma^2)... so no square here
    mu1, v1 = finite_array(mu1, "mu1"), finite_array(sigma1, "sigma1")
    mu2, v2 = finite_array(mu2, "mu2"), finite_array(sigma2, "sigma2")
    if np.any(v1 <= 0):
        raise ValueError("sigma1: must be > 0")
    if np.any(v2 <= 0):
        raise ValueError("sigma2: must be > 0")
    try:
        np.broadcast_shapes(mu1.shape, v1.shape, mu2.shape, v2.shape)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: incompatible shapes")
    return 0.5 * (np.log(v2 / v1) + v1 / v2 + (mu1 - mu2) ** 2 / v2 - 1)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return np.sum(kl_normal(mu1, sigma1, mu2, sigma2), axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = finite_array(mu1, "mu1"), finite_array(mu2, "mu2")
    A, B = finite_array(cov1, "cov1"), finite_array(cov2, "cov2")
    d = mu1.shape[-1] if mu1.ndim else 0
    if d == 0:
        raise ValueError("mu1: vector expected")
    if mu2.shape[-1:] != (d,):
        raise ValueError("mu2: vector of the same length expected")
    if A.shape[-2:] != (d, d):
        raise ValueError("cov1: shape")
    if B.shape[-2:] != (d, d):
        raise ValueError("cov2: shape")
    # full covariances from the factors
    S1 = A @ np.swapaxes(A, -1, -2)
    S2 = B @ np.swapaxes(B, -1, -2)
    for name, S in (("cov1", S1), ("cov2", S2)):
        if np.any(np.linalg.det(S) <= 0):
            raise ValueError(f"{name}: singular")
    delta = (mu2 - mu1)[..., None]
    inv = np.linalg.inv(S2)
    quad = (np.swapaxes(delta, -1, -2) @ inv @ delta)[..., 0, 0]
    return 0.5 * (np.trace(inv @ S1, axis1=-2, axis2=-1) + quad - d
                  + np.linalg.slogdet(S2)[1] - np.linalg.slogdet(S1)[1])
