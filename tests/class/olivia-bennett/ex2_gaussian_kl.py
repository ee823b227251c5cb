import numpy as np


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1 = np.asarray(mu1, dtype=float)
    mu2 = np.asarray(mu2, dtype=float)
    if np.any(np.asarray(sigma1) <= 0) or np.any(np.asarray(sigma2) <= 0)
        raise ValueError("sigma1 and sigma2 must be positive")
    return np.log(sigma2 / sigma1) + (sigma1**2 + (mu1 - mu2)**2) / (2 * sigma2**2) - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    P = np.linalg.inv(cov2)
    diff = mu2 - mu1
    return 0.5 * (np.trace(P @ cov1) + diff @ P @ diff - len(diff) + np.log(np.linalg.det(cov2) / np.linalg.det(cov1)))
