import numpy as np

# Ivan Petrov. Bad arguments are caught by assertions.


def kl_normal(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = map(np.asarray, (mu1, sigma1, mu2, sigma2))
    for name, a in zip(("mu1", "sigma1", "mu2", "sigma2"), (mu1, sigma1, mu2, sigma2)):
        assert a.dtype.kind in "iuf", f"{name} must be numeric"
        assert a.size > 0, f"{name} must not be empty"
        assert np.isfinite(a).all(), f"{name} must be finite"
    assert (sigma1 > 0).all(), "sigma1 must be positive"
    assert (sigma2 > 0).all(), "sigma2 must be positive"
    mu1, sigma1, mu2, sigma2 = (a.astype(float) for a in (mu1, sigma1, mu2, sigma2))
    return np.log(sigma2 / sigma1) + (sigma1**2 + (mu1 - mu2) ** 2) / (2 * sigma2**2) - 0.5


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = map(np.asarray, (mu1, cov1, mu2, cov2))
    for name, a in zip(("mu1", "cov1", "mu2", "cov2"), (mu1, cov1, mu2, cov2)):
        assert a.dtype.kind in "iuf", f"{name} must be numeric"
        assert a.size > 0 and np.isfinite(a).all(), f"{name} must be finite"
    mu1, cov1, mu2, cov2 = (a.astype(float) for a in (mu1, cov1, mu2, cov2))
    assert mu1.ndim >= 1 and mu2.ndim >= 1, "mu1, mu2 must be vectors"
    d = mu1.shape[-1]
    assert mu2.shape[-1] == d, "mu2 must have the same length"
    for name, c in (("cov1", cov1), ("cov2", cov2)):
        assert c.shape[-2:] == (d, d), f"{name} must be square"
        assert np.all(abs(c - c.swapaxes(-1, -2)) <= 1e-8 * abs(c).max((-1, -2), keepdims=True)), name
        assert np.all(np.linalg.eigvalsh(c) > 1e-15 * abs(c).max()), f"{name} must be positive definite"
    dm = mu2 - mu1
    inv = np.linalg.inv(cov2)
    return 0.5 * (np.einsum("...ij,...ji->...", inv, cov1) - d
                  + np.einsum("...i,...ij,...j->...", dm, inv, dm)
                  + np.linalg.slogdet(cov2)[1] - np.linalg.slogdet(cov1)[1])
