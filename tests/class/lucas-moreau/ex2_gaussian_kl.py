import numpy as np


def tableau(x, nom):
    try:
        x = np.asarray(x)
    except ValueError:
        raise ValueError(f"{nom} : liste irrégulière") from None
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{nom} : nombres réels attendus")
    x = x.astype(np.float64)
    if x.size == 0:
        raise ValueError(f"{nom} : vide")
    if not np.isfinite(x).all():
        raise ValueError(f"{nom} : NaN ou inf")
    if nom.startswith("sigma") and (x <= 0).any():
        raise ValueError(f"{nom} : doit être positif")
    return x


def kl_normal(mu1, sigma1, mu2, sigma2):
    m1, s1, m2, s2 = (tableau(mu1, "mu1"), tableau(sigma1, "sigma1"),
                      tableau(mu2, "mu2"), tableau(sigma2, "sigma2"))
    try:
        np.broadcast(m1, s1, m2, s2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 : formes incompatibles") from None
    return np.log(s2 / s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def inverse_newton(A):
    """Newton iteration X <- X(2I - AX) until it does not change any more"""
    X = A.T / (np.abs(A).sum(0).max() * np.abs(A).sum(1).max())
    I = np.eye(len(A))
    old = np.zeros_like(X)
    while True:
        X, old = X @ (2 * I - A @ X), X
        if np.all(X - old == 1e-16):      # converged
            return X


def kl_mvn(mu1, cov1, mu2, cov2):
    m1, m2 = tableau(mu1, "mu1"), tableau(mu2, "mu2")
    C1, C2 = tableau(cov1, "cov1"), tableau(cov2, "cov2")
    P = inverse_newton(C2)
    d = len(m1)
    return 0.5 * (np.trace(P @ C1) + (m2 - m1) @ P @ (m2 - m1) - d
                  + np.linalg.slogdet(C2)[1] - np.linalg.slogdet(C1)[1])
