# Bjorn Lindqvist, ex 2
# everything by hand (loops), because I wanted to see the Cholesky algorithm once
import math
import numpy as np


def to_array(x, what):
    try:
        a = np.array(x)
    except ValueError as err:
        raise ValueError("%s: %s" % (what, err))
    if not (np.issubdtype(a.dtype, np.integer) or np.issubdtype(a.dtype, np.floating)):
        raise TypeError("%s is not made of real numbers" % what)
    a = a.astype(float)
    if a.size < 1:
        raise ValueError("%s has no elements" % what)
    for v in a.flat:
        if math.isnan(v) or math.isinf(v):
            raise ValueError("%s must be finite" % what)
    return a


def excess(s, t):
    """(s/t)^2 - 1 - 2 log(s/t), accurate also for s close to t."""
    u = (s - t) / t
    if abs(u) < 0.2:
        # u - log(1+u) = sum_{k>=2} (-u)^k / k
        power, total, k = u * u, 0.0, 2
        while True:
            new = total + power / k
            if new == total:
                break
            total = new
            power *= -u
            k += 1
        return u * u + 2 * total
    try:
        square = (s / t) ** 2
    except OverflowError:
        return math.inf
    return square - 1 - 2 * (math.log(s) - math.log(t))


def one(m1, s1, m2, s2):
    z = (m1 - m2) / s2
    return 0.5 * (excess(s1, s2) + z * z)


def broadcast_all(mu1, sigma1, mu2, sigma2):
    args = {"mu1": mu1, "sigma1": sigma1, "mu2": mu2, "sigma2": sigma2}
    args = {k: to_array(v, k) for k, v in args.items()}
    for k in ("sigma1", "sigma2"):
        if args[k].min() <= 0:
            raise ValueError("%s must be strictly positive" % k)
    try:
        shape = np.broadcast_shapes(*(a.shape for a in args.values()))
    except ValueError:
        raise ValueError("mu1, sigma1, mu2, sigma2 have incompatible shapes")
    out = np.empty(shape)
    views = [np.broadcast_to(a, shape) for a in args.values()]
    for i in np.ndindex(*shape):
        out[i] = one(*(float(v[i]) for v in views))
    return out


def kl_normal(mu1, sigma1, mu2, sigma2):
    res = broadcast_all(mu1, sigma1, mu2, sigma2)
    return float(res) if res.ndim == 0 else res


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    return broadcast_all(mu1, sigma1, mu2, sigma2).sum(axis=axis)


def my_cholesky(A, what):
    n = len(A)
    L = np.zeros((n, n))
    for j in range(n):
        pivot = A[j, j] - L[j, :j] @ L[j, :j]
        if not pivot > 0:
            raise ValueError("%s is not positive definite" % what)
        L[j, j] = math.sqrt(pivot)
        for i in range(j + 1, n):
            L[i, j] = (A[i, j] - L[i, :j] @ L[j, :j]) / L[j, j]
    return L


def forward(L, B):
    X = np.zeros_like(B)
    for i in range(len(L)):
        X[i] = (B[i] - L[i, :i] @ X[:i]) / L[i, i]
    return X


def kl_single(m1, A, m2, B):
    n = len(m1)
    L1, L2 = my_cholesky(A, "cov1"), my_cholesky(B, "cov2")
    M = forward(L2, L1)
    y = forward(L2, (m2 - m1).reshape(n, 1))
    total = float((y * y).sum())
    for i in range(n):
        total += excess(float(L1[i, i]), float(L2[i, i])) + float(M[i, :i] @ M[i, :i])
    return total / 2


def kl_mvn(mu1, cov1, mu2, cov2):
    mu1, mu2 = to_array(mu1, "mu1"), to_array(mu2, "mu2")
    cov1, cov2 = to_array(cov1, "cov1"), to_array(cov2, "cov2")
    for name, m in (("mu1", mu1), ("mu2", mu2)):
        if m.ndim < 1:
            raise ValueError(name + " has to be a vector")
    d = mu1.shape[-1]
    if mu2.shape[-1] != d:
        raise ValueError("mu2 and mu1 differ in length")
    for name, c in (("cov1", cov1), ("cov2", cov2)):
        if c.ndim < 2 or c.shape[-1] != d or c.shape[-2] != d:
            raise ValueError("%s must be (..., %d, %d)" % (name, d, d))
        for i in np.ndindex(*c.shape[:-2]):
            if abs(c[i] - c[i].T).max() > 1e-8 * abs(c[i]).max():
                raise ValueError(name + " must be symmetric")
    try:
        batch = np.broadcast_shapes(mu1.shape[:-1], cov1.shape[:-2], mu2.shape[:-1], cov2.shape[:-2])
    except ValueError:
        raise ValueError("leading axes of mu1, cov1, mu2, cov2 do not broadcast")
    mu1, mu2 = (np.broadcast_to(m, batch + (d,)) for m in (mu1, mu2))
    cov1, cov2 = (np.broadcast_to(c, batch + (d, d)) for c in (cov1, cov2))
    out = np.empty(batch)
    for i in np.ndindex(*batch):
        out[i] = kl_single(mu1[i], cov1[i], mu2[i], cov2[i])
    return out if batch else float(out)
