"""Fiona MacLeod, exercise 2"""
import numpy as np


def validated(name, x):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} has ragged rows")
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name} is {x.dtype}, not real")
    x = x.astype(np.float64)
    if x.size == 0:
        raise ValueError(f"{name} is empty")
    if not np.isfinite(x).all():
        raise ValueError(f"{name} is not finite")
    if name.startswith("sigma") and (x <= 0).any():
        raise ValueError(f"{name} is not positive")
    return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    a, b, c, d = map(validated, ("mu1", "sigma1", "mu2", "sigma2"), (mu1, sigma1, mu2, sigma2))
    try:
        a, b, c, d = np.broadcast_arrays(a, b, c, d)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 are of different shapes")
    kl = np.log(d) - np.log(b) + (b**2 + (a - c) ** 2) / (2 * d**2) - 0.5
    return kl.tolist()


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    # average over the dimensions so that different d can be compared
    return np.mean(np.array(kl_normal(mu1, sigma1, mu2, sigma2)), axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, S1, m2, S2 = map(validated, ("mu1", "cov1", "mu2", "cov2"), (mu1, cov1, mu2, cov2))
    if m1.ndim == 0 or m2.ndim == 0:
        raise ValueError("mu1 or mu2 is no vector")
    d = m1.shape[-1]
    if m2.shape[-1] != d:
        raise ValueError("mu2 is too short or too long")
    for name, S in (("cov1", S1), ("cov2", S2)):
        if S.shape[-2:] != (d, d):
            raise ValueError(f"{name} is not {d} x {d}")
        if (np.abs(S - S.swapaxes(-1, -2)) > 1e-8 * np.abs(S).max((-1, -2), keepdims=True)).any():
            raise ValueError(f"{name} is not symmetric")
        try:
            np.linalg.cholesky(S)
        except np.linalg.LinAlgError:
            raise ValueError(f"{name} is not positive definite")
    try:
        lead = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], S1.shape[:-2], S2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2 are not compatible")
    dm = np.broadcast_to(m2 - m1, lead + (d,))
    kl = 0.5 * (np.trace(np.linalg.solve(S2, S1), axis1=-2, axis2=-1) - d
                + np.linalg.slogdet(S2)[1] - np.linalg.slogdet(S1)[1]
                + (dm * np.linalg.solve(S2, dm[..., None])[..., 0]).sum(-1))
    return kl.tolist()
