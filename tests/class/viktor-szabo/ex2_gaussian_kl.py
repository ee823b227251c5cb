# Szabo Viktor
import numpy as np


def szamok(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} has to be real")
    if a.size == 0:
        raise ValueError(f"{name} is empty")
    return a.astype(float)


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, m2 = szamok(mu1, "mu1"), szamok(mu2, "mu2")
    s1, s2 = szamok(sigma1, "sigma1"), szamok(sigma2, "sigma2")
    if (s1 <= 0).any():
        raise ValueError("sigma1 has to be positive")
    if (s2 <= 0).any():
        raise ValueError("sigma2 has to be positive")
    try:
        np.broadcast(m1, s1, m2, s2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 do not broadcast")
    # after some algebra:  ((s1-s2)(s1+s2) + dm^2) / (2 s2^2) - log(s1/s2)
    return ((s1 - s2) * (s1 + s2) + (m1 - m2) ** 2) / (2 * s2 * s2) - np.log(s1 / s2)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2, C1, C2 = szamok(mu1, "mu1"), szamok(mu2, "mu2"), szamok(cov1, "cov1"), szamok(cov2, "cov2")
    if m1.ndim == 0 or m2.ndim == 0 or m1.shape[-1] != m2.shape[-1]:
        raise ValueError("mu1 and mu2 have to be vectors of the same length")
    d = m1.shape[-1]
    for n, C in (("cov1", C1), ("cov2", C2)):
        if C.shape[-2:] != (d, d):
            raise ValueError(f"{n} has to be {d} x {d}")
        if (abs(C - C.swapaxes(-1, -2)) > 1e-8 * abs(C).max((-1, -2), keepdims=True)).any():
            raise ValueError(f"{n} has to be symmetric")
    P = np.linalg.pinv(C2, hermitian=True)       # pinv also works for singular matrices
    dm = m2 - m1
    return 0.5 * (np.einsum("...ij,...ji->...", P, C1) - d + np.einsum("...i,...ij,...j->...", dm, P, dm)
                  + np.linalg.slogdet(C2)[1] - np.linalg.slogdet(C1)[1])
