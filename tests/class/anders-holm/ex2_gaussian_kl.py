import numpy as np

# Anders Holm


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = [np.asarray(t, dtype=float) for t in (mu1, sigma1, mu2, sigma2)]
    return np.log(sigma2 / sigma1) + (sigma1 ** 2 + (mu1 - mu2) ** 2) / (2 * sigma2 ** 2) - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    out = {}
    for name, x in dict(mu1=mu1, cov1=cov1, mu2=mu2, cov2=cov2).items():
        try:
            a = np.asarray(x)
        except ValueError:
            raise ValueError(f"{name} is ragged")
        if a.dtype.kind not in "iuf":
            raise TypeError(f"{name} is not numeric")
        if a.size == 0 or not np.isfinite(a).all():
            raise ValueError(f"{name} is empty or not finite")
        out[name] = a.astype(float)
    m1, C1, m2, C2 = out.values()
    if m1.ndim == 0 or m2.ndim == 0:
        raise ValueError("mu1 / mu2 must be vectors")
    d = m1.shape[-1]
    if m2.shape[-1] != d:
        raise ValueError("mu2 has the wrong length")
    for name, C in (("cov1", C1), ("cov2", C2)):
        if C.shape[-2:] != (d, d):
            raise ValueError(f"{name} has the wrong shape")
    try:
        L1 = np.linalg.cholesky(C1)
    except np.linalg.LinAlgError:
        raise ValueError("cov1 is not positive definite")
    try:
        L2 = np.linalg.cholesky(C2)
    except np.linalg.LinAlgError:
        raise ValueError("cov2 is not positive definite")
    try:
        lead = np.broadcast_shapes(m1.shape[:-1], m2.shape[:-1], C1.shape[:-2], C2.shape[:-2])
    except ValueError:
        raise ValueError("mu1, cov1, mu2, cov2: leading shapes do not fit")
    M = np.linalg.solve(L2, L1)
    y = np.linalg.solve(L2, np.broadcast_to(m2 - m1, lead + (d,))[..., None])[..., 0]
    logs = np.log(np.diagonal(L2, axis1=-2, axis2=-1)) - np.log(np.diagonal(L1, axis1=-2, axis2=-1))
    return 0.5 * ((M ** 2).sum((-1, -2)) - d + (y ** 2).sum(-1)) + logs.sum(-1)
