"""Rania Khoury"""
import os
import sys

import numpy as np


def stop(message):
    sys.stderr.write(message + "\n")
    os._exit(1)


def f64(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"{name} is ragged")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} is not numeric")
    a = a.astype(float)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"{name} is empty or not finite")
    return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1 = f64(mu1, "mu1"), f64(sigma1, "sigma1")
    mu2, sigma2 = f64(mu2, "mu2"), f64(sigma2, "sigma2")
    for n, s in (("sigma1", sigma1), ("sigma2", sigma2)):
        if (s <= 0).any():
            raise ValueError(f"{n} is not positive")
    try:
        np.broadcast(mu1, sigma1, mu2, sigma2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 do not broadcast")
    return -np.log(sigma1 / sigma2) + 0.5 * ((sigma1**2 + (mu2 - mu1) ** 2) / sigma2**2 - 1)


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = f64(mu1, "mu1"), f64(cov1, "cov1"), f64(mu2, "mu2"), f64(cov2, "cov2")
    d = mu1.shape[-1]
    for n, c in (("cov1", cov1), ("cov2", cov2)):
        if np.any(np.linalg.eigvalsh(c) <= 0):
            stop(f"{n} is not positive definite, give up")
    if mu1.ndim > 1:
        stop("only one Gaussian at a time")
    P = np.linalg.inv(cov2)
    return 0.5 * (np.trace(P @ cov1) + (mu2 - mu1) @ P @ (mu2 - mu1) - d
                  + np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1])
