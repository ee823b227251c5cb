import numpy as np

DEBUG = True


def to_np(x, name):
    try:
        a = np.asarray(x)
    except ValueError:
        raise ValueError(f"bad {name}")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"bad type for {name}: {a.dtype}")
    a = a.astype(float)
    if a.size == 0 or not np.isfinite(a).all():
        raise ValueError(f"bad value in {name}")
    return a


def kl_normal(mu1, sigma1, mu2, sigma2):
    """KL( N(mu1, sigma1^2) || N(mu2, sigma2^2) )"""
    mu1, sigma1 = to_np(mu1, "mu1"), to_np(sigma1, "sigma1")
    mu2, sigma2 = to_np(mu2, "mu2"), to_np(sigma2, "sigma2")
    if (sigma1 <= 0).any():
        raise ValueError("sigma1 must be > 0")
    if (sigma2 <= 0).any():
        raise ValueError("sigma2 must be > 0")
    try:
        np.broadcast(mu1, sigma1, mu2, sigma2)
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2: bad shapes")
    kl = np.log(sigma2 / sigma1) + (sigma1**2 + (mu1 - mu2)**2) / (2 * sigma2**2) - 0.5
    if DEBUG:
        print("kl =", kl)
    return kl


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    parts = kl_normal(mu1, sigma1, mu2, sigma2)
    print("shape of the parts:", parts.shape)
    return parts.sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = to_np(mu1, "mu1"), to_np(cov1, "cov1"), to_np(mu2, "mu2"), to_np(cov2, "cov2")
    if mu1.ndim == 0 or mu2.ndim == 0:
        raise ValueError("mu1 and mu2 are vectors")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("bad length of mu2")
    for n, c in (("cov1", cov1), ("cov2", cov2)):
        if c.shape[-2:] != (d, d):
            raise ValueError(f"bad shape of {n}")
        if (abs(c - c.swapaxes(-1, -2)) > 1e-8 * abs(c).max((-1, -2), keepdims=True)).any():
            raise ValueError(f"{n} is not symmetric")
        try:
            np.linalg.cholesky(c)
        except np.linalg.LinAlgError:
            raise ValueError(f"{n} is not positive definite")
    try:
        np.broadcast_shapes(mu1.shape[:-1], mu2.shape[:-1], cov1.shape[:-2], cov2.shape[:-2])
    except ValueError:
        raise ValueError("batches of mu1, cov1, mu2, cov2")
    # tr(S1 / S2): only the diagonal matters for a trace
    tr = np.einsum("...ii->...", cov1 / np.where(cov2 == 0, 1.0, cov2))
    diff = mu2 - mu1
    quad = (diff * np.linalg.solve(cov2, diff[..., None])[..., 0]).sum(-1)
    logdet = np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1]
    return 0.5 * (tr + quad - d + logdet)
