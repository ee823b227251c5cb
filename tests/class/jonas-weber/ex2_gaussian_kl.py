"""Übung 2 (Jonas Weber): object oriented attempt."""
from numbers import Real

import numpy as np
from scipy.linalg import LinAlgError, cho_factor, cho_solve


def flatten_types(x):
    """All leaves of nested lists / tuples; arrays are looked at through their dtype."""
    if isinstance(x, (list, tuple)):
        for item in x:
            yield from flatten_types(item)
    elif isinstance(x, np.ndarray):
        yield np.issubdtype(x.dtype, np.integer) or np.issubdtype(x.dtype, np.floating)
    else:
        yield isinstance(x, Real)


def real(x, name):
    if not all(flatten_types(x)):
        raise TypeError(f"{name}: only real numbers, please")
    try:
        arr = np.array(x, dtype=np.float64)
    except ValueError:
        raise ValueError(f"{name}: rows must have equal length")
    if arr.size == 0:
        raise ValueError(f"{name}: empty")
    if not np.isfinite(arr).all():
        raise ValueError(f"{name}: NaN or infinity found")
    return arr


class Normal:
    """(array of) one-dimensional Gaussians, no dependence between them"""

    def __init__(self, mu, sigma, suffix):
        self.mu = real(mu, "mu" + suffix)
        self.sigma = real(sigma, "sigma" + suffix)
        if not np.all(self.sigma > 0):
            raise ValueError(f"sigma{suffix}: must be positive")

    def kl(self, other):
        try:
            np.broadcast(self.mu, self.sigma, other.mu, other.sigma)
        except ValueError:
            raise ValueError("mu1, sigma1, mu2, sigma2: shapes do not fit together")
        log_term = np.log(other.sigma) - np.log(self.sigma)
        second_moment = self.sigma**2 + (self.mu - other.mu) ** 2
        return log_term + second_moment / (2.0 * other.sigma**2) - 0.5


class MultivariateNormal:
    def __init__(self, mu, cov, suffix):
        self.mu = real(mu, "mu" + suffix)
        self.cov = real(cov, "cov" + suffix)
        if self.mu.ndim == 0:
            raise ValueError(f"mu{suffix}: not a vector")
        self.d = self.mu.shape[-1]
        if self.cov.shape[-2:] != (self.d, self.d):
            raise ValueError(f"cov{suffix}: shape {self.cov.shape} does not fit mu{suffix}")
        self.factors = {}
        for i in np.ndindex(*self.cov.shape[:-2]):
            C = self.cov[i]
            if np.abs(C - C.T).max() > 1e-8 * np.abs(C).max():
                raise ValueError(f"cov{suffix}: not symmetric")
            try:
                self.factors[i] = cho_factor(C, lower=True)
            except LinAlgError:
                raise ValueError(f"cov{suffix}: not positive definite")

    @property
    def batch(self):
        return np.broadcast_shapes(self.mu.shape[:-1], self.cov.shape[:-2])

    def pick(self, index, full):
        """mean, covariance and factor that belong to position `index` of the big batch"""
        mu = np.broadcast_to(self.mu, full + (self.d,))[index]
        lead = self.cov.shape[:-2]
        own = index[len(index) - len(lead):]
        own = tuple(0 if n == 1 else k for n, k in zip(lead, own))
        return mu, self.cov[own], self.factors[own]

    def kl(self, other):
        if other.d != self.d:
            raise ValueError("mu2: dimension differs from mu1")
        try:
            full = np.broadcast_shapes(self.batch, other.batch)
        except ValueError:
            raise ValueError("mu1, cov1, mu2, cov2: batches do not fit together")
        out = np.empty(full)
        for i in np.ndindex(*full):
            m1, C1, f1 = self.pick(i, full)
            m2, _, f2 = other.pick(i, full)
            logdet1 = 2 * np.log(np.diag(f1[0])).sum()
            logdet2 = 2 * np.log(np.diag(f2[0])).sum()
            trace = np.trace(cho_solve(f2, C1))
            maha = (m2 - m1) @ cho_solve(f2, m2 - m1)
            out[i] = 0.5 * (logdet2 - logdet1 - self.d + trace + maha)
        return out if full else float(out)


def kl_normal(mu1, sigma1, mu2, sigma2):
    return Normal(mu1, sigma1, "1").kl(Normal(mu2, sigma2, "2"))


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return kl_normal(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def kl_mvn(mu1, cov1, mu2, cov2):
    p = MultivariateNormal(mu1, cov1, "1")
    q = MultivariateNormal(mu2, cov2, "2")
    try:
        return p.kl(q)
    except ValueError as err:
        if "broadcast" in str(err):
            raise ValueError("mu1, cov1, mu2, cov2: batches do not fit together")
        raise
